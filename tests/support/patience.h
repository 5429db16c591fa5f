// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTest>

/// What is waited for has as long as a loaded machine needs: a test that fails takes longer for it,
/// no other does.

#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)

#undef QTRY_VERIFY2
#define QTRY_VERIFY2(condition, message) QTRY_VERIFY2_WITH_TIMEOUT(condition, message, 20'000)

#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 20'000)
