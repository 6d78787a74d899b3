//! SHA-256 (NIST FIPS 180-4, 2015) and Base64, to check what a page says of its style sheet.

/// The first 32 bits of the fractional part of a root of a prime: the constants of the standard.
fn root(prime: u32, cube: bool) -> u32 {
    let prime = f64::from(prime);
    let root = if cube { prime.cbrt() } else { prime.sqrt() };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is below two to the 32")]
    let bits = (root.fract() * 4_294_967_296.0) as u32;
    bits
}

/// Returns the SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let primes: Vec<u32> = (2..312).filter(|n| (2..*n).all(|part| n % part != 0)).collect();
    let constants: Vec<u32> = primes.iter().map(|prime| root(*prime, true)).collect();
    let mut state: Vec<u32> = primes.iter().take(8).map(|prime| root(*prime, false)).collect();
    let mut message = bytes.to_vec();
    message.push(0x80);
    message.resize(message.len().next_multiple_of(64) + if message.len() % 64 > 56 { 64 } else { 0 }, 0);
    let end = message.len() - 8;
    message[end..].copy_from_slice(&(u64::try_from(bytes.len()).unwrap() * 8).to_be_bytes());
    for chunk in message.chunks(64) {
        let mut w: Vec<u32> =
            chunk.chunks(4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]])).collect();
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ (w[i - 15] >> 3);
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ (w[i - 2] >> 10);
            w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
        }
        let mut v = state.clone();
        for (k, w) in constants.iter().zip(&w) {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let one = v[7].wrapping_add(s1).wrapping_add(choice).wrapping_add(*k).wrapping_add(*w);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let two = s0.wrapping_add((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(one);
            v[0] = one.wrapping_add(two);
        }
        for (state, v) in state.iter_mut().zip(v) {
            *state = state.wrapping_add(v);
        }
    }
    let bytes: Vec<u8> = state.into_iter().flat_map(u32::to_be_bytes).collect();
    bytes.try_into().unwrap()
}

/// Returns bytes as Base64.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let all =
            three.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        let letter =
            |at: usize| if at > three.len() { '=' } else { LETTERS[all >> (18 - 6 * at) & 63].into() };
        (0..4).map(letter).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}
