//! Compression for the web at its slowest and smallest.
//!
//! A crate of its own because brotli's code is generic: it is compiled here, once and optimised
//! (`.cargo/config.toml`), and not again with every change of the tasks.

use std::io::{self, Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Brotli, quality 11, with a window of 4 MB.
///
/// # Errors
/// Those of the encoder; writing to memory has none of its own.
pub fn brotli(raw: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &raw[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// Gzip, level 9.
///
/// # Errors
/// Those of the encoder; writing to memory has none of its own.
pub fn gzip(raw: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    encoder.finish()
}

/// Gzip as small as can be, in a hundred times the time.
///
/// # Errors
/// Those of the encoder; writing to memory has none of its own.
pub fn gzip_smallest(raw: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options::default();
    zopfli::compress(options, zopfli::Format::Gzip, raw, &mut packed)?;
    Ok(packed)
}

/// What a gzip file holds, as text.
///
/// # Errors
/// When the bytes are no gzip or what they hold is no UTF-8.
pub fn gunzip(packed: &[u8]) -> io::Result<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}
