// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/electronic_invoice.h"

#include "services/core/json.h"

#include <algorithm>

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

/// What the tax of the line would be at that rate, less what it is.
Rational apartFrom(const StoredLine &line, const Rational &percent) {
  const Rational apart = (line.amount + line.discountShare) * percent / 100 - line.taxShare;
  return apart < 0 ? Rational(-apart) : apart;
}

/// A line without tax that no rate of the document makes so little of: what is charged after the
/// customer's tax has changed stands beside what is taken back with the tax of before.
bool hasUntaxed(const std::vector<StoredLine> &lines, const std::vector<ElectronicTax> &taxes) {
  return std::any_of(lines.begin(), lines.end(), [&](const StoredLine &line) {
    return isDetail(line) && line.taxShare == 0 &&
           std::all_of(taxes.begin(), taxes.end(), [&](const ElectronicTax &tax) {
             return apartFrom(line, tax.percent) > 1; // less is what rounding gave to another line
           });
  });
}

/// Of the rates of the document that which the line's tax comes nearest to.
ElectronicTax &rateOf(const StoredLine &line, std::vector<ElectronicTax> &taxes) {
  return *std::min_element(taxes.begin(), taxes.end(),
                           [&](const ElectronicTax &a, const ElectronicTax &b) {
                             return apartFrom(line, a.percent) < apartFrom(line, b.percent);
                           });
}

std::vector<ElectronicTax> chargedTaxes(const std::vector<StoredLine> &lines) {
  std::vector<ElectronicTax> taxes;
  for (const auto &line : lines)
    if (line.kind == "tax"_L1)
      taxes.push_back({TaxCategory::Standard, decimalOf(line.unit), 0, line.amount});
  return taxes;
}

} // namespace

ElectronicInvoice electronicInvoice(const Invoice &invoice, const std::vector<StoredLine> &lines,
                                    const QStringList &names, const business::Issuer &issuer,
                                    const ElectronicWords &words) {
  ElectronicInvoice made;
  made.taxes = chargedTaxes(lines);
  const bool isUntaxed = made.taxes.empty();
  if (isUntaxed || hasUntaxed(lines, made.taxes))
    made.taxes.push_back(
        {invoice.reverseCharge ? TaxCategory::ReverseCharge : TaxCategory::NotSubject, 0, 0, 0});
  const bool isSubject = !isUntaxed || invoice.reverseCharge;
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
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto &stored = lines[i];
    if (!isDetail(stored))
      continue;
    auto &tax = rateOf(stored, made.taxes);
    ElectronicLine line;
    line.name = names[qsizetype(i)];
    priceLine(stored, stored.amount, line);
    line.discount = stored.discountShare;
    line.net = stored.amount + stored.discountShare;
    if (stored.fromDay)
      line.period = DayRange{*stored.fromDay, *stored.toDay};
    line.category = tax.category;
    line.percent = tax.percent;
    tax.basis += line.net;
    made.lines.push_back(std::move(line));
  }
  return made;
}

} // namespace tenantry::billing
