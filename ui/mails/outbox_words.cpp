// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mails/outbox_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using automation::MailState;

struct OutboxWords {
  Q_DECLARE_TR_FUNCTIONS(OutboxWords)
};

struct KindWord {
  QLatin1StringView id;
  const char *word;
};

constexpr std::array kindWords{
    KindWord{"organization-welcome"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Welcome")},
    KindWord{"onboarding-checkin-day3"_L1, QT_TRANSLATE_NOOP("OutboxWords", "First check-in")},
    KindWord{"onboarding-checkin-day7"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Second check-in")},
    KindWord{"invoice-issued"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Invoice")},
    KindWord{"invoice-payment-required"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Payment request")},
    KindWord{"payment-receipt"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Receipt")},
    KindWord{"payment-failed"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Payment failed")},
    KindWord{"payment-reminder"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Payment reminder")},
    KindWord{"payment-refunded"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Refund")},
    KindWord{"credit-note-issued"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Credit note")},
    KindWord{"subscription-suspended"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Suspension")},
    KindWord{"subscription-reactivated"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Reactivation")},
    KindWord{"subscription-cancelled"_L1, QT_TRANSLATE_NOOP("OutboxWords", "End of subscription")},
    KindWord{"trial-ending-soon"_L1, QT_TRANSLATE_NOOP("OutboxWords", "End of trial")},
    KindWord{"trial-expired"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Trial is over")},
    KindWord{"renewal-reminder"_L1, QT_TRANSLATE_NOOP("OutboxWords", "End without renewal")},
    KindWord{"quota-exceeded"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Limit used up")},
    KindWord{"upgrade-suggestion"_L1, QT_TRANSLATE_NOOP("OutboxWords", "Suggested plan")}};

} // namespace

StatusLook mailLook(MailState state) {
  switch (state) {
  case MailState::Queued:
    return {OutboxWords::tr("Waits"), Tone::Info, false};
  case MailState::Sent:
    return {OutboxWords::tr("Sent"), Tone::Success, false};
  case MailState::Failed:
    return {OutboxWords::tr("Failed"), Tone::Danger, true};
  case MailState::Cancelled:
    return {OutboxWords::tr("Cancelled"), Tone::Neutral, false};
  case MailState::Suppressed:
    break;
  }
  return {OutboxWords::tr("Suppressed"), Tone::Warning, true};
}

QString mailKindWord(const QString &mailTemplate) {
  for (const auto &known : kindWords)
    if (mailTemplate == known.id)
      return OutboxWords::tr(known.word);
  return mailTemplate;
}

QString mailTimeWord(const automation::Mail &mail, const Zone &zone, const QLocale &locale) {
  if (mail.sentAt)
    return formatInstant(*mail.sentAt, zone, locale);
  if (mail.state == MailState::Queued)
    return OutboxWords::tr("due %1").arg(formatInstant(mail.dueAt, zone, locale));
  return {};
}

QString mailBodyText(const automation::Mail &mail) {
  const auto stands = mail.sentAt ? OutboxWords::tr("[Link: only in the mail that was sent]")
                                  : OutboxWords::tr("[Link: made when the mail is sent]");
  return QString(mail.body).replace(automation::linkPlaceholder, stands);
}

} // namespace tenantry::ui
