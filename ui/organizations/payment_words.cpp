// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/payment_words.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct PaymentWords {
  QLatin1StringView type;
  const char *word;
  QLatin1StringView icon;
  Tone tone;
};
constexpr std::array<PaymentWords, 16> paymentWords{
    {{"payment.received"_L1, QT_TRANSLATE_NOOP("Timeline", "Payment received"), "credit-card"_L1,
      Tone::Success},
     {"payment.succeeded"_L1, QT_TRANSLATE_NOOP("Timeline", "A payment succeeded"),
      "credit-card"_L1, Tone::Success},
     {"payment.refunded"_L1, QT_TRANSLATE_NOOP("Timeline", "Refunded"), "credit-card"_L1,
      Tone::Info},
     {"payment.refund_failed"_L1, QT_TRANSLATE_NOOP("Timeline", "A refund failed"),
      "alert-triangle"_L1, Tone::Danger},
     {"payment.refund_returned"_L1, QT_TRANSLATE_NOOP("Timeline", "A refund came back"),
      "alert-triangle"_L1, Tone::Danger},
     {"payment.contradicted"_L1,
      QT_TRANSLATE_NOOP("Timeline", "The payment provider contradicts the books"),
      "alert-triangle"_L1, Tone::Danger},
     {"payment.withdrawn"_L1, QT_TRANSLATE_NOOP("Timeline", "A payment was withdrawn"),
      "credit-card"_L1, Tone::Neutral},
     {"payment.asked_again"_L1, QT_TRANSLATE_NOOP("Timeline", "The provider is asked again"),
      "refresh"_L1, Tone::Info},
     {"payment.finding_booked"_L1,
      QT_TRANSLATE_NOOP("Timeline", "Booked what moved at the provider"), "check"_L1, Tone::Info},
     {"payment.finding_changed"_L1,
      QT_TRANSLATE_NOOP("Timeline", "The provider says something else of what moved there"),
      "alert-triangle"_L1, Tone::Warning},
     {"payment.given_back"_L1, QT_TRANSLATE_NOOP("Timeline", "A second charge was given back"),
      "check"_L1, Tone::Success},
     {"payment.give_back_failed"_L1,
      QT_TRANSLATE_NOOP("Timeline", "A second charge was not given back"), "alert-triangle"_L1,
      Tone::Danger},
     {"payment.disputed"_L1, QT_TRANSLATE_NOOP("Timeline", "A payment is disputed"),
      "alert-triangle"_L1, Tone::Danger},
     {"payment.dispute_ended.won"_L1, QT_TRANSLATE_NOOP("Timeline", "A dispute was won"),
      "check"_L1, Tone::Success},
     {"payment.dispute_ended.lost"_L1, QT_TRANSLATE_NOOP("Timeline", "A dispute was lost"),
      "alert-triangle"_L1, Tone::Danger},
     {"payment.dispute_ended"_L1, QT_TRANSLATE_NOOP("Timeline", "A dispute has ended"), "check"_L1,
      Tone::Info}}};

} // namespace

std::optional<TimelineText> paymentText(const QString &type, const QString &outcome,
                                        const QString &amount) {
  const auto withOutcome = type + u'.' + outcome;
  for (const auto &known : paymentWords)
    if (type == known.type || withOutcome == known.type)
      return TimelineText{QCoreApplication::translate("Timeline", known.word), amount, known.icon,
                          known.tone};
  return std::nullopt;
}

} // namespace tenantry::ui
