// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/rights.h"

namespace tenantry::models {

Result<Rights> readRights(store::Database &database) {
  Rights rights;
  TENANTRY_TRY(login, database.query("session_login"));
  rights.login = login[0].get<QString>(0);
  TENANTRY_TRY(groups, database.query("session_groups"));
  for (const auto row : groups)
    rights.groups.append(row.get<QString>(0));
  TENANTRY_TRY(may, database.query("session_rights"));
  rights.mayIssue = may[0].get<bool>(0);
  rights.mayImport = may[0].get<bool>(1);
  rights.maySuspend = rights.mayAmend = may[0].get<bool>(2);
  rights.mayWriteOff = rights.mayCredit = may[0].get<bool>(3);
  rights.mayChange = may[0].get<bool>(4);
  rights.mayEnter = may[0].get<bool>(5);
  rights.mayAssign = may[0].get<bool>(6);
  rights.mayPay = may[0].get<bool>(7);
  rights.mayDun = may[0].get<bool>(8);
  rights.mayApprove = may[0].get<bool>(9);
  rights.mayMail = may[0].get<bool>(10);
  rights.mayApply = may[0].get<bool>(11);
  return rights;
}

} // namespace tenantry::models
