// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/organizations/values.h"
#include "services/subscriptions/values.h"
#include "services/usage/values.h"
#include "ui/theme/tone.h"
#include <QString>
#include <QVariant>

/// How the console calls what a record says, and in which tone.
namespace tenantry::ui {

struct StatusLook {
  QString text;
  Tone tone = Tone::Neutral;
  bool isState = false; ///< asks for attention: with a dot
};

/// What a badge cell of that look says in that role (cell_roles.h).
[[nodiscard]] QVariant badgeCell(const StatusLook &look, int role);

[[nodiscard]] QString statusWord(organizations::Status status);
[[nodiscard]] StatusLook statusLook(subscriptions::Status status);
/// Of an organization, where what its subscription says matters more: past due, trialing.
[[nodiscard]] StatusLook statusLook(organizations::Status status, const QString &subscription);
[[nodiscard]] StatusLook statusLook(const billing::Invoice &invoice, LocalDay today);

/// A class of its own for each plan: the dearest is violet.
[[nodiscard]] Tone planTone(const QString &planId);
[[nodiscard]] QString intervalWord(Interval interval); ///< "monthly", "yearly"
/// A web address without its scheme, which says nothing.
[[nodiscard]] QString withoutScheme(const QString &url);
/// "api_calls" as "API calls": what is known by a name of its own, else the words of the id.
/// A role of the business files: those that are shipped by their names.
[[nodiscard]] QString roleWord(const QString &role);
[[nodiscard]] QString metricName(const QString &metric);

} // namespace tenantry::ui
