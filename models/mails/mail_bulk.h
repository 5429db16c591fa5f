// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Sends mails now, whatever became of them (keys are ids of mails); undone, those that were not
/// tried yet are as they were.
[[nodiscard]] BulkAct sendMails();
/// Mails that wait are not sent, those that failed are done with.
[[nodiscard]] BulkAct cancelMails();

} // namespace tenantry::models
