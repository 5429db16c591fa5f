// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/words.h"
#include "models/organizations/shown_status.h"
#include "ui/widgets/cell_roles.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString statusWord(const char *source) { return QCoreApplication::translate("Words", source); }

} // namespace

QVariant badgeCell(const StatusLook &look, int role) {
  switch (role) {
  case Qt::DisplayRole:
    return look.text;
  case ToneRole:
    return int(look.tone);
  case StateDotRole:
    return look.isState;
  default:
    return {};
  }
}

QString statusWord(organizations::Status status) {
  using organizations::Status;
  switch (status) {
  case Status::Onboarding:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Onboarding"));
  case Status::Onboarded:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Onboarded"));
  case Status::Active:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Active"));
  case Status::Suspended:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Suspended"));
  case Status::Churned:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Churned"));
  case Status::Closed:
    return statusWord(QT_TRANSLATE_NOOP("Words", "Closed"));
  }
  return {};
}

StatusLook statusLook(subscriptions::Status status) {
  using subscriptions::Status;
  switch (status) {
  case Status::Trialing:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Trialing")), Tone::Info, false};
  case Status::Active:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Active")), Tone::Success, false};
  case Status::PastDue:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Past due")), Tone::Danger, true};
  case Status::Suspended:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Suspended")), Tone::Danger, true};
  case Status::Paused:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Paused")), Tone::Info, true};
  case Status::Cancelled:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Cancelled")), Tone::Neutral, false};
  case Status::Expired:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Expired")), Tone::Neutral, false};
  }
  return {};
}

StatusLook statusLook(organizations::Status status, const QString &subscription) {
  if (const auto instead = models::statusInstead(status, subscription))
    return statusLook(*instead);
  if (status == organizations::Status::Suspended)
    return {statusWord(status), Tone::Danger, true};
  return {statusWord(status), Tone::Neutral, false};
}

StatusLook statusLook(const billing::Invoice &invoice, LocalDay today) {
  using billing::InvoiceStatus;
  switch (invoice.status) {
  case InvoiceStatus::Draft:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Draft")), Tone::Neutral, false};
  case InvoiceStatus::Open:
    if (invoice.dueOn && *invoice.dueOn < today)
      return {statusWord(QT_TRANSLATE_NOOP("Words", "Overdue")), Tone::Danger, true};
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Open")), Tone::Info, false};
  case InvoiceStatus::Paid:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Paid")), Tone::Success, false};
  case InvoiceStatus::Void:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Void")), Tone::Neutral, false};
  case InvoiceStatus::Uncollectible:
    return {statusWord(QT_TRANSLATE_NOOP("Words", "Uncollectible")), Tone::Warning, true};
  }
  return {};
}

Tone planTone(const QString &planId) {
  if (planId == u"enterprise")
    return Tone::Violet;
  return planId == u"professional" ? Tone::Info : Tone::Neutral;
}

QString intervalWord(Interval interval) {
  return interval == Interval::Month ? statusWord(QT_TRANSLATE_NOOP("Words", "monthly"))
                                     : statusWord(QT_TRANSLATE_NOOP("Words", "yearly"));
}

QString withoutScheme(const QString &url) {
  for (const QStringView scheme : {u"https://", u"http://"})
    if (url.startsWith(scheme))
      return url.mid(scheme.size());
  return url;
}

namespace {

QString asWords(const QString &id) {
  QString words = id;
  words.replace(u'_', u' ');
  if (!words.isEmpty())
    words[0] = words[0].toUpper();
  return words;
}

} // namespace

QString roleWord(const QString &role) {
  struct Name {
    QLatin1StringView id;
    const char *name;
  };
  static constexpr std::array names{Name{"owner"_L1, QT_TRANSLATE_NOOP("Words", "Owner")},
                                    Name{"admin"_L1, QT_TRANSLATE_NOOP("Words", "Administrator")},
                                    Name{"developer"_L1, QT_TRANSLATE_NOOP("Words", "Developer")},
                                    Name{"billing"_L1, QT_TRANSLATE_NOOP("Words", "Billing")},
                                    Name{"viewer"_L1, QT_TRANSLATE_NOOP("Words", "Viewer")}};
  for (const auto &known : names)
    if (role == known.id)
      return statusWord(known.name);
  return asWords(role);
}

QString metricName(const QString &metric) {
  struct Name {
    QLatin1StringView id;
    const char *name;
  };
  static constexpr std::array names{
      Name{"api_calls"_L1, QT_TRANSLATE_NOOP("Words", "API calls")},
      Name{"storage_gb"_L1, QT_TRANSLATE_NOOP("Words", "Storage, GB")},
      Name{"users"_L1, QT_TRANSLATE_NOOP("Words", "Users")},
      Name{"active_users"_L1, QT_TRANSLATE_NOOP("Words", "Active users")},
      Name{"projects"_L1, QT_TRANSLATE_NOOP("Words", "Projects")}};
  for (const auto &known : names)
    if (metric == known.id)
      return statusWord(known.name);
  return asWords(metric);
}

} // namespace tenantry::ui
