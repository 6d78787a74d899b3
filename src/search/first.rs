//! The first few of many, without putting all of them in order.

use std::cmp::Ordering;

/// So many more than are wanted are gathered before the others are dropped.
const GATHERED: usize = 1_000;

/// Returns the first `many` in order, which begins with the number in front, the greatest first. There may be a hundred
/// thousand, so they are never all kept, and most are dropped by a look at their number.
pub(super) fn first<T>(
    all: impl Iterator<Item = (f32, T)>,
    many: usize,
    order: impl Fn(&(f32, T), &(f32, T)) -> Ordering,
) -> Vec<(f32, T)> {
    let mut first: Vec<(f32, T)> = Vec::new();
    let mut least = f32::NEG_INFINITY;
    for one in all {
        if one.0 < least {
            continue;
        }
        first.push(one);
        if first.len() == many.saturating_add(GATHERED) {
            let (_, (number, _), _) = first.select_nth_unstable_by(many, &order);
            least = *number;
            first.truncate(many);
        }
    }
    first.sort_by(order);
    first.truncate(many);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_that_sorting_all_would_bring() {
        let order = |a: &(f32, u16), b: &(f32, u16)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        // Many of them equal, and in no order: 7 is prime to 10 007, which is prime.
        let all = || {
            (0..10_007_u16).map(|at| (f32::from(u16::try_from(u32::from(at) * 7 % 10_007).unwrap() / 10), at))
        };
        let mut sorted: Vec<_> = all().collect();
        sorted.sort_by(order);
        for many in [0, 1, 25, 20_000] {
            assert_eq!(first(all(), many, order), sorted[..many.min(sorted.len())]);
        }
    }
}
