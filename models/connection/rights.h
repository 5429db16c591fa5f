// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"
#include <QStringList>

namespace tenantry::models {

/// What this login may do, so that an action can say beforehand why it is not for it. The database
/// decides in any case.
struct Rights {
  QString login{};    ///< of the database
  QStringList groups; ///< "finance", "support" …: those of staff that the login belongs to
  bool mayIssue = true;
  bool mayImport = true;
  bool maySuspend = true;  ///< and reactivate organizations
  bool mayWriteOff = true; ///< invoices
  bool mayCredit = true;   ///< invoices
  bool mayApprove = true;  ///< drafts, as one of two
  bool mayPay = true;      ///< record payments, give money back, match what came by bank
  bool mayDun = true;      ///< retry what is dunned, and give time
  bool mayChange = true;   ///< subscriptions
  bool mayAmend = true;    ///< what is written of an organization
  bool mayEnter = true;    ///< a new organization
  bool mayMail = true;     ///< send mails anew, and cancel what waits
  bool mayApply = true;    ///< business files
  bool mayAssign = true;   ///< roles to people, and take them away
};

[[nodiscard]] Result<Rights> readRights(store::Database &database);

} // namespace tenantry::models
