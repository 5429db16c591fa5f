// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using payments::Contradiction;
using payments::ContradictionKind;

namespace {

struct ContradictionWords {
  Q_DECLARE_TR_FUNCTIONS(ContradictionWords)
};

/// What a code of the gateways means (ADR 12): shortly, and as a sentence.
struct CodeWords {
  QLatin1StringView code;
  const char *word;
  const char *sentence;
};
constexpr std::array codeWords{
    CodeWords{"amount_mismatch"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "another amount"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "It was another amount or currency than we asked for.")},
    CodeWords{"idempotency_error"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "another request"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "Something else was asked for under the key of this request.")},
    CodeWords{"customer_missing"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "no such payer"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "There is no such payer: it was deleted there, or our key is of "
                                "another account.")},
    CodeWords{"another_payer"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "another payer"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The page that we opened belongs to another payer.")},
    CodeWords{"session_missing"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "no such page"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "There is no such page: our key may be of another account by "
                                "now.")}};

const CodeWords *wordsOfCode(const QString &code) {
  for (const auto &known : codeWords)
    if (code == known.code)
      return &known;
  return nullptr;
}

} // namespace

QString contradictionKindWord(ContradictionKind kind) {
  switch (kind) {
  case ContradictionKind::Attempt:
    return ContradictionWords::tr("Charge");
  case ContradictionKind::Refund:
    return ContradictionWords::tr("Refund");
  case ContradictionKind::Setup:
    break;
  }
  return ContradictionWords::tr("Payment method");
}

QString contradictedName(const Contradiction &of) {
  const auto kind = contradictionKindWord(of.kind);
  return of.number.isEmpty() ? kind : u"%1, %2"_s.arg(kind, of.number);
}

QString contradictionWord(const QString &code) {
  if (const auto *known = wordsOfCode(code))
    return ContradictionWords::tr(known->word);
  return QString(code).replace(u'_', u' ');
}

QString beliefText(const Contradiction &of, const QLocale &locale) {
  const auto amount = of.amount ? formatMoney(*of.amount, locale) : QString();
  switch (of.kind) {
  case ContradictionKind::Attempt:
    return ContradictionWords::tr("We asked for %1 to pay %2. It counts as unknown: the invoice "
                                  "stays open, and nothing else is charged for it.")
        .arg(amount, of.number);
  case ContradictionKind::Refund:
    return ContradictionWords::tr("We asked to give back %1 of %2. It counts as unknown: no "
                                  "credit note is made.")
        .arg(amount, of.number);
  case ContradictionKind::Setup:
    break;
  }
  const auto text =
      ContradictionWords::tr("We led the customer to a page of the provider's to enter a payment "
                             "method. None was taken over from it.");
  return of.isSuperseded
             ? text + u' ' + ContradictionWords::tr("The customer is at another page by now.")
             : text;
}

QString providerText(const Contradiction &of) {
  if (const auto *known = wordsOfCode(of.code))
    return ContradictionWords::tr(known->sentence);
  return ContradictionWords::tr("It answers “%1” to what we asked for.").arg(of.code);
}

QString remedyText(const Contradiction &of) {
  if (of.kind == ContradictionKind::Setup)
    return ContradictionWords::tr(
        "Look for it at the provider by the id below. Mend there what can be mended and ask again, "
        "or end it: the customer can begin anew at any time.");
  return ContradictionWords::tr(
      "Look for it at the provider by its ids. Mend there what can be mended and ask again, "
      "or end it as you see it. Where another amount moved, give that back there first: then "
      "nothing was carried out.");
}

} // namespace tenantry::ui
