// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_offers.h"
#include "models/connection/rights.h"
#include "models/contradictions/contradiction_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ActText {
  Q_DECLARE_TR_FUNCTIONS(ContradictionOffers)
};

BulkOffer askAgainOffer() {
  return {.name = ActText::tr("Ask again"),
          .iconName = u"refresh"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
          .act = [](const QString &) { return models::askContradictedAgain(); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Ask again about %n contradiction(s)", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) asked about again", nullptr, int(rows));
              },
          .consequence = ActText::tr("Do this once it is put right at the provider. A worker asks "
                                     "at once; what still contradicts comes back here.")};
}

QString bookedText(qint64 rows) { return ActText::tr("%n finding(s) booked", nullptr, int(rows)); }

/// How a finding gets into the books, by the words of the service.
struct BookingWords {
  const char *name;
  const char *consequence;
};
BookingWords bookingWordsOf(const QString &way) {
  if (way == u"refund")
    return {QT_TRANSLATE_NOOP("ContradictionOffers", "As our refund, with a credit note"),
            QT_TRANSLATE_NOOP("ContradictionOffers",
                              "The money went back to the payer: the invoice is credited with it. "
                              "The provider is asked for nothing.")};
  if (way == u"reopen")
    return {
        QT_TRANSLATE_NOOP("ContradictionOffers", "The invoice is due again"),
        QT_TRANSLATE_NOOP("ContradictionOffers",
                          "The payment is taken back in the books, and the invoice is dunned "
                          "by the policy. So is what the balance paid with it since, as far as "
                          "the balance lacks it. The contested card is not charged by itself.")};
  if (way == u"write_off")
    return {QT_TRANSLATE_NOOP("ContradictionOffers", "As a loss"),
            QT_TRANSLATE_NOOP("ContradictionOffers",
                              "The payment is taken back in the books, and what is due then is "
                              "written off.")};
  if (way == u"loss")
    return {QT_TRANSLATE_NOOP("ContradictionOffers", "Lost, and nobody owes it again"),
            QT_TRANSLATE_NOOP("ContradictionOffers",
                              "What the provider took is our loss. Invoices stay paid and balances "
                              "as they are.")};
  if (way == u"balance")
    return {QT_TRANSLATE_NOOP("ContradictionOffers", "To the customer's balance"),
            QT_TRANSLATE_NOOP("ContradictionOffers",
                              "The second charge is the customer's money with us. It pays at once "
                              "what is open.")};
  if (way == u"give_back")
    return {QT_TRANSLATE_NOOP("ContradictionOffers", "Give it back"),
            QT_TRANSLATE_NOOP("ContradictionOffers",
                              "The provider is asked to give the second charge back to the payer. "
                              "No book changes.")};
  return {QT_TRANSLATE_NOOP("ContradictionOffers", "Paid out of the customer's balance"),
          QT_TRANSLATE_NOOP("ContradictionOffers",
                            "What we owed the customer was paid by it: the balance is lowered.")};
}

QString whyAmountOf(const models::BulkAsked &asked, const QLocale &locale) {
  return ActText::tr(
             "The provider took %1, but %2 was paid in %3: find there how much of the payment "
             "that is.")
      .arg(formatMoney(asked.known, locale), asked.of, asked.in.code());
}

BulkOffer bookOffer() {
  QList<BulkWay> ways;
  for (const auto &way : models::waysToBookFindings()) {
    const auto words = bookingWordsOf(way);
    ways += {way, ActText::tr(words.name), ActText::tr(words.consequence), bookedText, true};
  }
  return {
      .name = ActText::tr("Book"),
      .iconName = u"file-text"_s,
      .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_B,
      .question = [](qint64 rows) { return ActText::tr("Book %n finding(s)", nullptr, int(rows)); },
      .needsReason = true,
      .draft = u"book"_s,
      .actInWay =
          [](const BulkAnswer &answer) {
            return models::bookFindings(answer.way, answer.reason, answer.amount);
          },
      .wayName = ActText::tr("How"),
      .ways = ways,
      .amountName = ActText::tr("How much of the payment"),
      .whyAmount = whyAmountOf};
}

BulkOffer carriedOutOffer() {
  return {.name = ActText::tr("Was carried out"),
          .iconName = u"check"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_Y,
          .act = [](const QString &reason) { return models::settleContradicted(true, reason); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Settle %n contradiction(s) as carried out", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) settled as carried out", nullptr,
                                   int(rows));
              },
          .consequence = ActText::tr("You saw at the provider that exactly this amount was "
                                     "charged or given back: it is booked, and the invoice is "
                                     "paid or credited."),
          .needsReason = true,
          .draft = u"moved"_s,
          .isFinal = true};
}

BulkOffer notCarriedOutOffer() {
  return {.name = ActText::tr("Was not carried out"),
          .iconName = u"x"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
          .act = [](const QString &reason) { return models::settleContradicted(false, reason); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Settle %n contradiction(s) as not carried out", nullptr,
                                   int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) settled as not carried out", nullptr,
                                   int(rows));
              },
          .consequence =
              ActText::tr("You saw at the provider that nothing was charged, given back or set "
                          "up, or that what it did without us does not concern the books. What is "
                          "due is charged anew, a refund has failed, and nothing of what it did is "
                          "booked; money that did move would then be missing in the books."),
          .needsReason = true,
          .draft = u"none"_s,
          .isFinal = true};
}

} // namespace

void offerContradictions(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.mayPay ? QString() : notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
  for (auto offer : {askAgainOffer(), bookOffer(), carriedOutOffer(), notCarriedOutOffer()}) {
    offer.blocked = blocked;
    acts.add(offer);
  }
}

} // namespace tenantry::ui
