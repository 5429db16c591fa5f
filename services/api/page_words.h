// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace tenantry::api {

/// The words of the customers' pages in one language, beside those of papers
/// (`documents::DocumentWords`).
struct PageWords {
  QString language; ///< "en", "de"
  QString from;     ///< "from %1": who is to be paid
  QString invoices, noInvoices, older, latest;
  QString creditNotes;
  QString download, downloadOf; ///< "PDF", "PDF of invoice %1"
  QString downloadOfCreditNote; ///< "PDF of credit note %1"
  QString payNow;               ///< "Pay %1 now"
  QString payWith;              ///< "by %1": the method
  QString payWithCard;          ///< "Pay %1 with this card"
  QString isPaid, isVoid, isUncollectible;
  QString isRunning, isUnknown; ///< a payment is under way
  QString beingPaid;            ///< state in a list
  QString refused, tryAgain, otherCard;
  QString noMethod, methodIs; ///< "You pay by %1."
  QString askForMethod;       ///< where no card is entered here
  QString method, changeMethod, methodChanged;
  QString methodUntil;                        ///< "%1, valid until %2"
  QString setUpHint, setUpMethod, setUpOther; ///< where cards are entered at the provider's page
  QString leadTitle, leadText, leadLink;      ///< on the way there
  QString returnOpen, returnText, returnOn;   ///< on the way back
  QString awayTitle, awayText;                ///< the provider does not answer
  QString refusesTitle, refusesText;          ///< … or will not do it
  QString cardNumber, cardHint, cardUnknown;
  QString insufficientFunds, expiredCard, needsAction, otherReason;
  QString status;
  QString linkTitle, linkText;   ///< of a link that does not work
  QString againTitle, againText; ///< “try again in a moment”
  QString formTitle, formText;   ///< of a form that cannot be understood
};

/// An unknown language is English.
[[nodiscard]] const PageWords &pageWords(const QString &language);

/// "de" or "en": which of the two comes first in an Accept-Language header.
[[nodiscard]] QString preferredLanguage(const QByteArray &acceptLanguage);

} // namespace tenantry::api
