// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"

namespace tenantry::tests {

/// The code of the error; empty where there is none.
template <typename T> QString codeOf(const Result<T> &result) {
  return result ? QString() : result.error().code;
}

} // namespace tenantry::tests
