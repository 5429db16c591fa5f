// SPDX-License-Identifier: GPL-3.0-or-later
#include <mimalloc.h>

/// Linked into each program with its allocator.
namespace {

/// What is free goes back to the system after that: a run of billing frees the memory of a chunk
/// and takes as much for the next within a second, which by default is given back and cleared by
/// the system again each time (a seventh of its processor time). Variables named MIMALLOC_… win.
constexpr long givenBackAfter = 5000; // milliseconds

const bool configured = [] {
  mi_option_set_default(mi_option_decommit_delay, givenBackAfter);
  mi_option_set_default(mi_option_segment_decommit_delay, givenBackAfter);
  return true;
}();

} // namespace
