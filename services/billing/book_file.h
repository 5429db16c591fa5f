// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QStringList>
#include <functional>

namespace tenantry::billing {

using AddRow = std::function<void(const QStringList &)>;

/// A CSV file with what `fill` adds below the head: how many rows, or -1 where `fill` stopped
/// (false): then nothing is written. Error `csv.not_writable`.
[[nodiscard]] Result<std::int64_t>
writeBookFile(const QString &path, const QStringList &head,
              const std::function<Result<bool>(const AddRow &)> &fill);

} // namespace tenantry::billing
