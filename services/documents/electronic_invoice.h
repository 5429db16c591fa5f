// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/rational.h"
#include "services/documents/invoice_document.h"

/// An invoice for machines: the semantic model of EN 16931-1, written as UN/CEFACT Cross Industry
/// Invoice D16B, which Factur-X 1.0 (ZUGFeRD 2) embeds in a PDF as its profile EN 16931. BT and BG
/// are that standard's numbers.
namespace tenantry::documents {

struct ElectronicParty {
  QString name;       ///< BT-27, BT-44
  QString identifier; ///< BT-29: where no VAT id says who it is
  QString vatId;      ///< BT-31, BT-48
  QStringList street; ///< BT-35, BT-36, BT-162: at most three lines
  QString city;       ///< BT-37
  QString postalCode; ///< BT-38
  QString region;     ///< BT-39
  QString country;    ///< BT-40, BT-55: ISO 3166-1 alpha-2
  QString email;      ///< BT-34, BT-49
};

/// UNTDID 5305.
enum class TaxCategory {
  Standard,      ///< S
  ReverseCharge, ///< AE
  NotSubject     ///< O
};

/// BG-25. Amounts are minor units.
struct ElectronicLine {
  QString name;                   ///< BT-153
  Rational quantity{1};           ///< BT-129
  Rational price;                 ///< BT-146: never below zero
  std::int64_t discount = 0;      ///< BG-27 where below zero, else BG-28
  std::int64_t net = 0;           ///< BT-131: after the discount
  std::optional<DayRange> period; ///< BG-26: half-open
  TaxCategory category = TaxCategory::NotSubject;
  Rational percent; ///< BT-152
};

/// BG-23.
struct ElectronicTax {
  TaxCategory category = TaxCategory::NotSubject;
  Rational percent;
  std::int64_t basis = 0;
  std::int64_t amount = 0;
};

struct ElectronicInvoice {
  DocumentKind kind = DocumentKind::Invoice;
  QString number;
  LocalDay issued{};
  std::optional<LocalDay> due; ///< BT-9
  QString terms;               ///< BT-20
  Currency currency;
  ElectronicParty seller;
  ElectronicParty buyer;
  std::vector<ElectronicLine> lines;
  std::vector<ElectronicTax> taxes;
  QString discountReason; ///< BT-139, BT-144
  QString taxReason;      ///< BT-120: why no tax is charged
  std::int64_t net = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t prepaid = 0; ///< BT-113
  QStringList corrects;     ///< BT-25
  QStringList notes;        ///< BT-22
};

/// Error `document.xml_impossible` where the standard asks for what is not known: the sentence says
/// for what.
[[nodiscard]] Result<QByteArray> toCrossIndustryInvoice(const ElectronicInvoice &invoice);

} // namespace tenantry::documents
