//! The first few of many, without putting all of them in order: there may be a hundred thousand.

use std::cmp::Ordering;

/// Returns the first `limit` of `all` in order.
pub(crate) fn top<T>(mut all: Vec<T>, limit: usize, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if all.len() > limit {
        all.select_nth_unstable_by(limit, &order);
        all.truncate(limit);
    }
    all.sort_unstable_by(order);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_that_sorting_all_would_bring() {
        // In no order: 7 is prime to 10 007, which is prime.
        let all: Vec<u32> = (0..10_007).map(|number| number * 7 % 10_007).collect();
        for limit in [0, 1, 25, 20_000] {
            let sorted: Vec<u32> = (0..10_007).take(limit).collect();
            assert_eq!(top(all.clone(), limit, u32::cmp), sorted);
        }
    }
}
