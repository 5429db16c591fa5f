// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/result.h"
#include <QByteArray>

namespace tenantry::documents {

/// Puts the electronic invoice into its paper (Factur-X 1.0, profile EN 16931): a PDF/A-3b (ISO
/// 19005-3) whose file `factur-x.xml` is an alternative of what is drawn, and whose metadata say
/// so. `pdf` is a PDF/A-1b without attachments. Error `document.not_written`.
[[nodiscard]] Result<QByteArray> attachInvoice(const QByteArray &pdf, const QByteArray &xml,
                                               const QString &title, Instant made);

} // namespace tenantry::documents
