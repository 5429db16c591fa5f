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
                                "There is no such payer: it was deleted there, or "
                                "our key belongs to another account.")},
    CodeWords{"another_payer"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "another payer"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The page that we opened belongs to another payer.")},
    CodeWords{"session_missing"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "no such page"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "There is no such page: our key may be of another account by "
                                "now.")},
    CodeWords{"needs_response"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "needs an answer"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The payer contests this charge, and the bank waits for our "
                                "answer.")},
    CodeWords{"under_review"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "under review"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The payer contests this charge, and the bank looks at what we "
                                "answered.")},
    CodeWords{"warning_needs_response"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "inquiry"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The bank asks about this charge before the payer contests it.")},
    CodeWords{"warning_under_review"_L1,
              QT_TRANSLATE_NOOP("ContradictionWords", "inquiry answered"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The bank asked about this charge, and looks at what we "
                                "answered.")},
    CodeWords{"lost"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "dispute lost"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "The payer contested this charge and was given the money back.")},
    CodeWords{"refunded_elsewhere"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "refunded there"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "This was given back to the payer there; nobody asked for it "
                                "here.")},
    CodeWords{"refund_pending"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "refund pending"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "This is on its way back to the payer there; nobody asked for it "
                                "here.")},
    CodeWords{"second_charge"_L1, QT_TRANSLATE_NOOP("ContradictionWords", "charged twice"),
              QT_TRANSLATE_NOOP("ContradictionWords",
                                "This was charged there beside what we asked for.")}};

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
  case ContradictionKind::Dispute:
    return ContradictionWords::tr("Dispute");
  case ContradictionKind::RefundedElsewhere:
    return ContradictionWords::tr("Refund there");
  case ContradictionKind::SecondCharge:
    return ContradictionWords::tr("Second charge");
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
  case ContradictionKind::Dispute:
    return ContradictionWords::tr("%1 of what paid %2 is contested. For us it is paid.")
        .arg(amount, of.number);
  case ContradictionKind::RefundedElsewhere:
    return ContradictionWords::tr(
               "Our books know of no refund of %1 for %2: there is no credit note.")
        .arg(amount, of.number);
  case ContradictionKind::SecondCharge:
    return ContradictionWords::tr("Our books know nothing of %1: %2 was charged once.")
        .arg(amount, of.number);
  case ContradictionKind::Setup:
    break;
  }
  const auto text = ContradictionWords::tr("We sent the customer to the provider's page to enter a "
                                           "payment method. None came back from it.");
  return of.isSuperseded
             ? text + u' ' + ContradictionWords::tr("The customer is at another page by now.")
             : text;
}

QString providerText(const Contradiction &of) {
  const auto *known = wordsOfCode(of.code);
  auto text = known ? ContradictionWords::tr(known->sentence)
              : payments::isFinding(of.kind)
                  ? ContradictionWords::tr("It says “%1” of this charge.").arg(of.code)
                  : ContradictionWords::tr("It answers “%1” to what we asked for.").arg(of.code);
  if (!of.reason.isEmpty())
    text += u' ' + ContradictionWords::tr("The reason given is “%1”.")
                       .arg(QString(of.reason).replace(u'_', u' '));
  if (of.isWithdrawn)
    text += u' ' + ContradictionWords::tr("The money was taken from us.");
  return text;
}

QString remedyText(const Contradiction &of) {
  if (of.kind == ContradictionKind::Setup)
    return ContradictionWords::tr(
        "Find it at the provider by the id below. Put right there what you can and ask again, or "
        "settle it: the customer can start over at any time.");
  if (of.kind == ContradictionKind::Dispute && of.code != u"lost"_s)
    return ContradictionWords::tr("Answer it at the provider under the id below. Once it is won it "
                                  "leaves this list, and what was booked for it is booked back.");
  if (payments::isFinding(of.kind))
    return ContradictionWords::tr("Find it at the provider by the id below, then book it. What "
                                  "does not concern the books can be settled as not carried out.");
  return ContradictionWords::tr(
      "Find it at the provider by its ids. Put right there what you can and ask again, or settle "
      "it as you see it there. If another amount moved, give that back there first: then nothing "
      "was carried out.");
}

} // namespace tenantry::ui
