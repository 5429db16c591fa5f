// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/pay_words.h"
#include "ui/widgets/decline_word.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct PayWords {
  Q_DECLARE_TR_FUNCTIONS(PayWords)
};

QString refundStanding(const payments::Refund &refund) {
  using Status = payments::RefundStatus;
  switch (refund.status) {
  case Status::Pending:
    return PayWords::tr("on its way");
  case Status::Unknown:
    return PayWords::tr("the provider has not answered yet");
  case Status::Failed:
    return PayWords::tr("refused: %1").arg(declineWord(refund.declineCode));
  case Status::Succeeded:
    return refund.isByHand ? PayWords::tr("paid out, %1").arg(refund.creditNote)
                           : refund.creditNote;
  }
  return {};
}

} // namespace

QString paymentName(const payments::InvoicePayment &payment) {
  if (payment.isCharge())
    return payment.methodLabel;
  return payment.source == u"imported" ? PayWords::tr("Imported payment")
                                       : PayWords::tr("Transfer");
}

LineText paymentText(const payments::InvoicePayment &payment, const Zone &zone,
                     const QLocale &locale) {
  auto day = formatDay(payment.bookedOn.value_or(zone.dayOf(payment.receivedAt)), locale);
  if (payment.recovered > 0)
    day = PayWords::tr("%1, recovered").arg(day);
  const auto money = [&](std::int64_t minor) {
    return formatMoney({minor, payment.currency}, locale);
  };
  if (payment.chargedBack() == payment.received)
    day = PayWords::tr("%1, charged back").arg(day);
  else if (payment.chargedBack() > 0)
    day = PayWords::tr("%1, %2 charged back").arg(day, money(payment.chargedBack()));
  if (payment.refundedThere == payment.received)
    day = PayWords::tr("%1, refunded at the provider").arg(day);
  else if (payment.refundedThere > 0)
    day = PayWords::tr("%1, %2 refunded at the provider").arg(day, money(payment.refundedThere));
  return {paymentName(payment), payment.received == payment.applied
                                    ? day
                                    : PayWords::tr("%1, of %2").arg(day, money(payment.received))};
}

QString reopenedText(const payments::UnassignPicture::Reopened &one, const Currency &currency,
                     const QLocale &locale) {
  const auto money = [&](std::int64_t minor) { return formatMoney({minor, currency}, locale); };
  if (one.lost > 0)
    return PayWords::tr("written off again: %1").arg(money(one.lost));
  return one.dueBefore == 0
             ? PayWords::tr("open again, %1 due").arg(money(one.dueAfter))
             : PayWords::tr("%1 due instead of %2").arg(money(one.dueAfter), money(one.dueBefore));
}

LineText refundText(const payments::Refund &refund, const Zone &zone, const QLocale &locale) {
  return {PayWords::tr("Refund"),
          u"%1, %2"_s.arg(formatDay(zone.dayOf(refund.createdAt), locale), refundStanding(refund))};
}

} // namespace tenantry::ui
