#ifndef VERIFY_CZLIB_SHIM_H
#define VERIFY_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

/// Inflates a raw deflate stream, as in a zip archive, that has exactly `count` bytes inside.
///
/// `inflateInit2` is a macro, which Swift cannot see. Returns whether the stream is valid, ends with the
/// input, and fills the output.
static inline int verify_inflate(
    const unsigned char *source, unsigned int length, unsigned char *target, unsigned int count) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  stream.next_in = (unsigned char *)source;
  stream.avail_in = length;
  stream.next_out = target;
  stream.avail_out = count;
  int status = inflate(&stream, Z_FINISH);
  int complete = status == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
  inflateEnd(&stream);
  return complete;
}

#endif
