// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStandardItemModel>

namespace tenantry::ui {

/// Rows that use every kind of cell.
[[nodiscard]] QStandardItemModel *makeOrganizationRows(QObject *parent);
[[nodiscard]] QStandardItemModel *makeInvoiceRows(QObject *parent);

} // namespace tenantry::ui
