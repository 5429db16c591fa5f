// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/electronic_invoice.h"

#include "services/billing/charged_rates.h"
#include "services/core/json.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

using documents::ElectronicInvoice;
using documents::ElectronicLine;
using documents::ElectronicTax;
using documents::TaxCategory;

documents::ElectronicParty sellerOf(const business::Issuer &issuer, bool isSubject) {
  documents::ElectronicParty party;
  party.name = issuer.legalName;
  party.country = issuer.country;
  party.street = issuer.address.split(u", "_s, Qt::SkipEmptyParts);
  if (isSubject)
    party.vatId = issuer.vatId;
  else // BR-O-2 allows no VAT id, BR-CO-26 wants to know who it is
    party.identifier = issuer.legalName;
  return party;
}

documents::ElectronicParty buyerOf(const DocumentCustomer &customer, bool isSubject) {
  documents::ElectronicParty party;
  party.name = customer.name;
  if (isSubject)
    party.vatId = customer.vatId;
  party.street = customer.address.street.split(u'\n', Qt::SkipEmptyParts);
  party.city = customer.address.locality;
  party.postalCode = customer.address.postalCode;
  party.region = customer.address.region;
  party.country = customer.address.country;
  party.email = customer.email;
  return party;
}

Rational decimalOf(const QString &text) { return parseDecimal(text).value_or(Rational(0)); }

/// Quantity and price as sold where they make the amount, else one of the amount: tiers, parts of a
/// period and prices with tax in them are no product of the two. A price is never below zero
/// (BR-27).
void priceLine(const StoredLine &stored, std::int64_t amount, ElectronicLine &line) {
  const auto quantity = decimalOf(stored.quantity);
  const auto unit = decimalOf(stored.unit);
  if (quantity > 0 && unit >= 0 && quantity * unit == amount) {
    line.quantity = quantity;
    line.price = unit;
    return;
  }
  line.quantity = amount < 0 ? -1 : 1;
  line.price = std::abs(amount);
}

bool isDetail(const StoredLine &line) {
  return line.kind != "tax"_L1 && line.kind != "discount"_L1;
}

std::vector<ElectronicTax> taxesOf(const ChargedRates &charged, TaxCategory untaxed) {
  std::vector<ElectronicTax> taxes;
  for (const auto &rate : charged.rates)
    taxes.push_back(
        {rate.isTaxed ? TaxCategory::Standard : untaxed, rate.percent, rate.net, rate.tax});
  return taxes;
}

} // namespace

ElectronicInvoice electronicInvoice(const Invoice &invoice, const std::vector<StoredLine> &lines,
                                    const QStringList &names, const business::Issuer &issuer,
                                    const ElectronicWords &words) {
  ElectronicInvoice made;
  const auto charged = chargedRates(lines);
  made.taxes = taxesOf(charged, invoice.reverseCharge ? TaxCategory::ReverseCharge
                                                      : TaxCategory::NotSubject);
  const bool isSubject = charged.rates.front().isTaxed || invoice.reverseCharge;
  made.number = invoice.number;
  made.issued = invoice.issuedOn.value_or(LocalDay{});
  made.due = invoice.dueOn;
  made.currency = invoice.currency;
  made.seller = sellerOf(issuer, isSubject);
  made.buyer = buyerOf(invoice.customer, isSubject);
  made.discountReason = words.discount;
  made.taxReason = invoice.reverseCharge ? words.reverseCharge : words.notSubject;
  made.net = invoice.net;
  made.tax = invoice.tax;
  made.total = invoice.total;
  made.prepaid = invoice.balanceApplied;
  if (invoice.kind == InvoiceKind::Imported) // its copy says what is paid since
    made.prepaid += invoice.paid;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto &stored = lines[i];
    if (!isDetail(stored))
      continue;
    const auto &tax = made.taxes[charged.ofLines[i]];
    ElectronicLine line;
    line.name = names[qsizetype(i)];
    priceLine(stored, stored.amount, line);
    line.discount = stored.discountShare;
    line.net = stored.amount + stored.discountShare;
    if (stored.fromDay)
      line.period = DayRange{*stored.fromDay, *stored.toDay};
    line.category = tax.category;
    line.percent = tax.percent;
    made.lines.push_back(std::move(line));
  }
  return made;
}

} // namespace tenantry::billing
