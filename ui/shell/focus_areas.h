// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QWidget;

namespace tenantry::ui {

/// The focus goes from the area that has it to the next one (`by` 1) or the one before (−1), round
/// the ends: to where it was there last, else to its first part that takes it. Areas that are not
/// shown are passed over.
void focusNextArea(const QList<QWidget *> &areas, int by);

} // namespace tenantry::ui
