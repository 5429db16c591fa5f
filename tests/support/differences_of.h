// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/doctor.h"

namespace tenantry::tests {

/// Every figure that is stored and does not follow from its source, a sentence each; what went
/// wrong where none could be looked at.
inline QStringList differencesOf(store::Session &session, business::AppliedBusiness &business) {
  const auto report = scenarios::examine(session, business);
  if (!report)
    return {report.error().toString()};
  QStringList all;
  for (const auto &check : report->checks)
    for (const auto &difference : check.differences)
      all += difference.toString();
  return all;
}

template <typename Worker> QStringList differencesOf(Worker &worker) {
  return differencesOf(worker.session, worker.business);
}

} // namespace tenantry::tests
