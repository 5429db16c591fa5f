// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace tenantry::business {

/// What is wrong with a format of document numbers such as "INV-{year}-{seq:6}", as the end of a
/// sentence about it; empty: nothing. It needs {seq} or {seq:digits} (1 to 12), and {year}, since
/// each calendar year counts from 1 again.
[[nodiscard]] QString problemOfNumberFormat(const QString &format);

} // namespace tenantry::business
