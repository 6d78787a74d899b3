//! What one key, one frame, one page and one search cost: `cargo bench`.

use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use real_toolkit::app::{App, Key, KeyCode, Message};
use real_toolkit::bundled;
use real_toolkit::guide::{Library, Place};
use real_toolkit::page::Page;
use real_toolkit::search::Search;
use real_toolkit::view::{Colours, Palette, Screen};

const SIZE: Size = Size { width: 120, height: 40 };

fn main() {
    divan::main();
}

fn reader() -> App {
    let library = bundled::library();
    let guide = library.guide_id("relationship-based-practice").expect("the guide is bundled");
    App::at(library, SIZE, Place { guide, section: None })
}

fn press(app: &mut App, code: KeyCode) {
    app.update(Message::Key(Key::plain(code)));
}

fn searching(words: &str) -> App {
    let mut app = reader();
    press(&mut app, KeyCode::Char('/'));
    for c in words.chars() {
        press(&mut app, KeyCode::Char(c));
    }
    app
}

#[divan::bench]
fn open_the_bundled_library() -> Library {
    bundled::library()
}

#[divan::bench]
fn lay_out_the_longest_guide(bencher: Bencher) {
    let library = bundled::library();
    let guide = library.guides.iter().max_by_key(|guide| guide.words).expect("there are guides");
    bencher.bench_local(|| Page::compose(black_box(&guide.blocks), 72));
}

#[divan::bench]
fn one_line_down(bencher: Bencher) {
    let mut app = reader();
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Down);
        press(&mut app, KeyCode::Up);
    });
}

/// Draws a frame and places the cursor, as the painter does.
fn draw_frames(bencher: Bencher, app: &App) {
    let palette = Palette::for_colours(Colours::Terminal);
    let area = Rect::from((Position::ORIGIN, SIZE));
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        buffer.reset();
        let screen = Screen { app, palette: &palette, charset: real_toolkit::view::Charset::Unicode };
        let scene = screen.scene();
        scene.render(area, &mut buffer);
        scene.cursor()
    });
}

#[divan::bench]
fn draw_one_frame(bencher: Bencher) {
    draw_frames(bencher, &reader());
}

#[divan::bench]
fn draw_one_frame_of_a_search(bencher: Bencher) {
    draw_frames(bencher, &searching("she keeps pushing me away"));
}

#[divan::bench]
fn draw_one_frame_of_the_questions(bencher: Bencher) {
    let mut app = reader();
    press(&mut app, KeyCode::Char('r'));
    draw_frames(bencher, &app);
}

#[divan::bench]
fn read_the_palette() -> Palette {
    Palette::for_colours(Colours::Terminal)
}

#[divan::bench]
fn open_the_bundled_search() -> Search {
    bundled::search()
}

#[divan::bench]
fn build_the_search(bencher: Bencher) {
    let library = bundled::library();
    bencher.bench_local(|| Search::build(black_box(&library)));
}

#[divan::bench(args = ["rota", "she keeps pushing me away", "bounderies with yung people", "endings and goodb"])]
fn search_for(bencher: Bencher, query: &str) {
    let library = bundled::library();
    let search = Search::build(&library);
    bencher.bench_local(|| search.find(&library, black_box(query), 20));
}

#[divan::bench]
fn type_one_letter_of_a_search(bencher: Bencher) {
    let mut app = searching("she keeps pushing me awa");
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Char('y'));
        press(&mut app, KeyCode::Backspace);
    });
}
