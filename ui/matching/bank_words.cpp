// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/bank_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using payments::BankEntryStatus;
using payments::Hint;

namespace {

struct BankWords {
  Q_DECLARE_TR_FUNCTIONS(BankWords)
};

QString hintWord(Hint hint) {
  switch (hint) {
  case Hint::Named:
    return BankWords::tr("named in the text");
  case Hint::Amount:
    return BankWords::tr("the amount fits");
  case Hint::PayerAccount:
    return BankWords::tr("paid from that account before");
  case Hint::PayerName:
    return BankWords::tr("the payer has that name");
  }
  return {};
}

} // namespace

QString bankStatusWord(BankEntryStatus status) {
  switch (status) {
  case BankEntryStatus::Waiting:
    return BankWords::tr("Waiting");
  case BankEntryStatus::Matched:
    return BankWords::tr("Assigned");
  case BankEntryStatus::NotOurs:
    return BankWords::tr("Not a customer's");
  case BankEntryStatus::Repeated:
    return BankWords::tr("Told again");
  }
  return {};
}

StatusLook bankLook(const payments::KeptEntry &kept) {
  if (kept.isReturned())
    return {BankWords::tr("Sent back"), Tone::Neutral, false};
  if (kept.status == BankEntryStatus::Matched)
    return {bankStatusWord(kept.status), Tone::Success, false};
  if (kept.status == BankEntryStatus::NotOurs || kept.status == BankEntryStatus::Repeated)
    return {bankStatusWord(kept.status), Tone::Neutral, false};
  const auto &why = kept.reason;
  if (why == u"ambiguous"_s)
    return {BankWords::tr("Several named"), Tone::Warning, true};
  if (why == u"settled"_s)
    return {BankWords::tr("Paid already"), Tone::Warning, true};
  if (why == u"currency"_s)
    return {BankWords::tr("Other currency"), Tone::Warning, true};
  if (why == u"money_out"_s)
    return {BankWords::tr("Money out"), Tone::Neutral, true};
  if (why == u"reversal"_s)
    return {BankWords::tr("Reversal"), Tone::Warning, true};
  if (why == u"taken_back"_s)
    return {BankWords::tr("Taken back"), Tone::Warning, true};
  if (why == payments::twinReason)
    return {BankWords::tr("Duplicate?"), Tone::Warning, true};
  if (why == u"named"_s)
    return {BankWords::tr("To be assigned"), Tone::Warning, true};
  return {BankWords::tr("Nothing named"), Tone::Warning, true};
}

QString waitsSentence(const payments::KeptEntry &kept) {
  if (kept.isReturned())
    return BankWords::tr("The bank sent this money back.");
  if (kept.status != BankEntryStatus::Waiting)
    return kept.reason;
  const auto &why = kept.reason;
  if (why == u"ambiguous"_s)
    return BankWords::tr("It names several invoices, and the amount does not say how much is for "
                         "which.");
  if (why == u"settled"_s)
    return BankWords::tr("The invoice that it names is paid, void or given up.");
  if (why == u"currency"_s)
    return BankWords::tr("The invoice that it names is in another currency.");
  if (why == u"money_out"_s)
    return BankWords::tr("Money went out: it pays no invoice.");
  if (why == u"reversal"_s)
    return BankWords::tr("The bank took an earlier movement back.");
  if (why == u"taken_back"_s)
    return BankWords::tr("It was assigned, and that was undone.");
  if (why == payments::twinReason)
    return BankWords::tr("Another statement has an entry of the same day and amount, and this may "
                         "be the same one. It pays nothing until you say what it is.");
  if (why == u"named"_s)
    return BankWords::tr("It is not the payment of the other statement. Assign it.");
  return BankWords::tr("It names no invoice, and an amount alone does not say who paid.");
}

QString hintsText(const std::vector<Hint> &hints) {
  QStringList words;
  for (const auto hint : hints)
    words += hintWord(hint);
  return words.join(u", "_s);
}

QString ruleText(const QString &rule) {
  if (rule == u"structured_reference"_s)
    return BankWords::tr("by its reference");
  if (rule == u"number"_s)
    return BankWords::tr("by its number");
  if (rule == u"end_to_end"_s)
    return BankWords::tr("by its end-to-end id");
  return BankWords::tr("by hand");
}

QString payerOf(const payments::BankEntry &entry) {
  if (!entry.party.isEmpty())
    return entry.party;
  return entry.partyAccount.isEmpty() ? u"–"_s : entry.partyAccount;
}

} // namespace tenantry::ui
