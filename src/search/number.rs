//! The arithmetic that all scores share: counts as numbers, how rare a word is, and how repetition saturates.

/// Returns the inverse document frequency of a word that `with` of `all` guides have, always above zero (Lucene's form
/// of the Robertson–Spärck Jones weight).
pub(crate) fn idf(all: u32, with: usize) -> f32 {
    let (all, with) = (as_f32(all as usize), as_f32(with));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// Returns 0 for 0, nearing `saturation + 1` as `frequency` grows (BM25).
pub(crate) fn saturated(frequency: f32, saturation: f32) -> f32 {
    frequency * (saturation + 1.0) / (frequency + saturation)
}

/// Returns a count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts here are below 2^24, which `f32` holds exactly")]
pub(crate) fn as_f32(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;

    #[test]
    fn more_of_a_word_counts_less_and_less() {
        let gains: Vec<f32> =
            (0..5).map(|n| saturated(as_f32(n + 1), 1.8) - saturated(as_f32(n), 1.8)).collect();
        assert!(gains.is_sorted_by(|a, b| a > b));
        assert!(saturated(1e6, 1.8) <= 2.8);
        assert_eq!(saturated(0.0, 1.8), 0.0);
    }

    #[test]
    fn every_word_tells_something() {
        assert!(idf(10, 1) > idf(10, 5));
        assert!(idf(10, 10) > 0.0);
    }
}
