// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/mail_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct MailWords {
  Q_DECLARE_TR_FUNCTIONS(MailWords)
};

using automation::MailState;

QString mailValue(const audit::TimelineRow &row, const char *key) {
  const auto &value = row.payload.at(key);
  return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

MailState mailState(const audit::TimelineRow &row) {
  return automation::parseMailState(mailValue(row, "state")).value_or(MailState::Queued);
}

Tone mailTone(MailState state) {
  switch (state) {
  case MailState::Sent:
    return Tone::Success;
  case MailState::Failed:
  case MailState::Suppressed:
    return Tone::Danger;
  default:
    return Tone::Neutral;
  }
}

QString stateText(const audit::TimelineRow &row, const Zone &zone, const QLocale &locale) {
  switch (mailState(row)) {
  case MailState::Queued:
    return MailWords::tr("waits to be sent");
  case MailState::Sent:
    if (const auto at = parseInstant(mailValue(row, "sent_at")))
      return MailWords::tr("sent %1").arg(formatInstant(*at, zone, locale));
    return MailWords::tr("sent");
  case MailState::Failed:
    return MailWords::tr("could not be sent");
  case MailState::Cancelled:
    return MailWords::tr("cancelled");
  case MailState::Suppressed:
    break;
  }
  return MailWords::tr("not sent: the address takes no mail");
}

} // namespace

TimelineText mailText(const audit::TimelineRow &row) {
  return {MailWords::tr("Mail: %1").arg(mailValue(row, "subject")),
          {},
          u"mail"_s,
          mailTone(mailState(row))};
}

QStringList mailLines(const audit::TimelineRow &row, const Zone &zone, const QLocale &locale) {
  QStringList lines{MailWords::tr("To %1").arg(mailValue(row, "recipient")),
                    stateText(row, zone, locale)};
  if (const auto error = mailValue(row, "last_error"); !error.isEmpty())
    lines += error;
  return lines;
}

} // namespace tenantry::ui
