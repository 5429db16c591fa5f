// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/period.h"
#include "services/core/rational.h"
#include <QLocale>

namespace tenantry::documents {

/// The fixed words of a document in one language.
struct DocumentWords {
  QString invoice, creditNote, draft;
  QString number, corrects, issued, due, service, customerVatId, issuerVatId;
  QString description, quantity, unitPrice, amount;
  QString subtotal, total, balanceApplied, amountPaid, amountDue, credited;
  QString page;                                       ///< "Page %1 of %2"
  QString dueBy, paidOn;                              ///< "%1 due by %2", "%1 paid on %2"
  QString open, overdue, paid, voided, uncollectible; ///< states
};

/// Words, dates and amounts of a document in the language and the country's form.
class DocumentLocale {
public:
  /// An unknown language is English; English where the country has no form of its own is that of
  /// the world.
  DocumentLocale(const QString &language, const QString &country);

  [[nodiscard]] const DocumentWords &words() const { return m_words; }
  [[nodiscard]] QString date(LocalDay day) const; ///< "23 November 2026"
  [[nodiscard]] QString
  period(const DayRange &days) const; ///< "1 Nov 2026 – 30 Nov 2026": the last day is included
  [[nodiscard]] QString amount(const Money &money) const; ///< "1,234.56", exact, without currency
  [[nodiscard]] QString
  money(const Money &money) const; ///< "€1,234.56", "1.234,56 €", "CHF 1,234.56"
  /// Of so many minor units, finer than one where it is: "1,990.00", "0.0042".
  [[nodiscard]] QString unitPrice(const Rational &minor, Currency currency) const;
  [[nodiscard]] QString decimal(const Rational &value) const; ///< "1,234.5": quantities, percents
  [[nodiscard]] QString country(const QString &code) const;   ///< "Germany", "Deutschland"

private:
  [[nodiscard]] QString shortDate(LocalDay day) const;
  [[nodiscard]] QString digits(const Money &money) const; ///< without sign
  [[nodiscard]] QString digits(const Rational &value, int leastPlaces) const;
  bool m_isGerman;
  QLocale m_locale;
  const DocumentWords &m_words;
};

/// Whether the country writes on Letter (CLDR, paperSize) rather than A4.
[[nodiscard]] bool usesLetterPaper(const QString &country);

} // namespace tenantry::documents
