// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_runner.h"
#include "ui/forms/question_dialog.h"

namespace tenantry::ui {

/// What somebody is asked before what is due is issued. `listed`: how many invoices the list shows,
/// which were counted earlier and to the end of the day; the question says where they are others.
[[nodiscard]] Question runQuestion(const billing::RunPicture &picture, qint64 listed,
                                   const Zone &zone, const QLocale &locale);

} // namespace tenantry::ui
