// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/electronic_invoice.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

constexpr int finestPrice = 15; ///< decimal places in whole units of the currency

QString codeOf(TaxCategory category) {
  switch (category) {
  case TaxCategory::Standard:
    return u"S"_s;
  case TaxCategory::ReverseCharge:
    return u"AE"_s;
  case TaxCategory::NotSubject:
    break;
  }
  return u"O"_s;
}

/// In the order that the schema wants.
class CrossIndustryWriter {
public:
  explicit CrossIndustryWriter(const ElectronicInvoice &invoice) : m_invoice(invoice) {}

  QByteArray write() {
    m_xml.setAutoFormatting(true);
    m_xml.writeStartDocument();
    const QString standard = u"urn:un:unece:uncefact:data:standard:"_s;
    m_xml.writeStartElement(u"rsm:CrossIndustryInvoice"_s);
    m_xml.writeNamespace(standard + u"CrossIndustryInvoice:100"_s, u"rsm"_s);
    m_xml.writeNamespace(standard + u"ReusableAggregateBusinessInformationEntity:100"_s, u"ram"_s);
    m_xml.writeNamespace(standard + u"UnqualifiedDataType:100"_s, u"udt"_s);
    within(u"rsm:ExchangedDocumentContext"_s, [this] {
      within(u"ram:GuidelineSpecifiedDocumentContextParameter"_s,
             [this] { text(u"ram:ID"_s, u"urn:cen.eu:en16931:2017"_s); });
    });
    within(u"rsm:ExchangedDocument"_s, [this] { writeHead(); });
    within(u"rsm:SupplyChainTradeTransaction"_s, [this] {
      int number = 0;
      for (const auto &line : m_invoice.lines)
        within(u"ram:IncludedSupplyChainTradeLineItem"_s, [&] { writeLine(line, ++number); });
      within(u"ram:ApplicableHeaderTradeAgreement"_s, [this] {
        within(u"ram:SellerTradeParty"_s, [this] { writeParty(m_invoice.seller); });
        within(u"ram:BuyerTradeParty"_s, [this] { writeParty(m_invoice.buyer); });
      });
      within(u"ram:ApplicableHeaderTradeDelivery"_s, [this] { // not to be empty: PEPPOL R008
        within(u"ram:ShipToTradeParty"_s, [this] { text(u"ram:Name"_s, m_invoice.buyer.name); });
      });
      within(u"ram:ApplicableHeaderTradeSettlement"_s, [this] { writeSettlement(); });
    });
    m_xml.writeEndDocument();
    return m_bytes;
  }

private:
  template <typename Content> void within(const QString &name, const Content &content) {
    m_xml.writeStartElement(name);
    content();
    m_xml.writeEndElement();
  }
  void text(const QString &name, const QString &content) {
    if (!content.isEmpty())
      m_xml.writeTextElement(name, content);
  }
  void money(const QString &name, std::int64_t minor) {
    text(name, Money(minor, m_invoice.currency).majorString());
  }
  void day(const QString &name, LocalDay on) {
    within(name, [&] {
      m_xml.writeStartElement(u"udt:DateTimeString"_s);
      m_xml.writeAttribute(u"format"_s, u"102"_s);
      m_xml.writeCharacters(toIso(on).remove(u'-'));
      m_xml.writeEndElement();
    });
  }

  void writeHead() {
    text(u"ram:ID"_s, m_invoice.number);
    text(u"ram:TypeCode"_s, m_invoice.kind == DocumentKind::CreditNote ? u"381"_s : u"380"_s);
    day(u"ram:IssueDateTime"_s, m_invoice.issued);
    for (const auto &note : m_invoice.notes)
      within(u"ram:IncludedNote"_s, [&] { text(u"ram:Content"_s, note); });
  }

  void writeLine(const ElectronicLine &line, int number) {
    within(u"ram:AssociatedDocumentLineDocument"_s,
           [&] { text(u"ram:LineID"_s, QString::number(number)); });
    within(u"ram:SpecifiedTradeProduct"_s, [&] { text(u"ram:Name"_s, line.name); });
    within(u"ram:SpecifiedLineTradeAgreement"_s, [&] {
      within(u"ram:NetPriceProductTradePrice"_s, [&] {
        const auto major = Money::parseMajor(u"1", m_invoice.currency)->minor();
        text(u"ram:ChargeAmount"_s, formatDecimal(line.price / major, finestPrice));
      });
    });
    within(u"ram:SpecifiedLineTradeDelivery"_s, [&] {
      m_xml.writeStartElement(u"ram:BilledQuantity"_s);
      m_xml.writeAttribute(u"unitCode"_s, u"C62"_s); // UN/ECE Recommendation 20: one
      m_xml.writeCharacters(formatDecimal(line.quantity, finestPrice));
      m_xml.writeEndElement();
    });
    within(u"ram:SpecifiedLineTradeSettlement"_s, [&] {
      within(u"ram:ApplicableTradeTax"_s, [&] {
        text(u"ram:TypeCode"_s, u"VAT"_s);
        text(u"ram:CategoryCode"_s, codeOf(line.category));
        writePercent(line.category, line.percent);
      });
      if (line.period)
        within(u"ram:BillingSpecifiedPeriod"_s, [&] {
          day(u"ram:StartDateTime"_s, line.period->from);
          day(u"ram:EndDateTime"_s, line.period->to - std::chrono::days(1));
        });
      if (line.discount != 0)
        within(u"ram:SpecifiedTradeAllowanceCharge"_s, [&] {
          within(u"ram:ChargeIndicator"_s,
                 [&] { text(u"udt:Indicator"_s, line.discount > 0 ? u"true"_s : u"false"_s); });
          money(u"ram:ActualAmount"_s, std::abs(line.discount));
          text(u"ram:Reason"_s, m_invoice.discountReason);
        });
      within(u"ram:SpecifiedTradeSettlementLineMonetarySummation"_s,
             [&] { money(u"ram:LineTotalAmount"_s, line.net); });
    });
  }

  void writePercent(TaxCategory category, const Rational &percent) {
    if (category != TaxCategory::NotSubject) // BR-O-05
      text(u"ram:RateApplicablePercent"_s, formatDecimal(percent, 4));
  }

  void writeParty(const ElectronicParty &party) {
    text(u"ram:ID"_s, party.identifier);
    text(u"ram:Name"_s, party.name);
    within(u"ram:PostalTradeAddress"_s, [&] {
      text(u"ram:PostcodeCode"_s, party.postalCode);
      const QStringList names{u"ram:LineOne"_s, u"ram:LineTwo"_s, u"ram:LineThree"_s};
      for (qsizetype i = 0; i < std::min(names.size(), party.street.size()); ++i)
        text(names[i], party.street[i]);
      text(u"ram:CityName"_s, party.city);
      text(u"ram:CountryID"_s, party.country);
      text(u"ram:CountrySubDivisionName"_s, party.region);
    });
    if (!party.email.isEmpty())
      within(u"ram:URIUniversalCommunication"_s,
             [&] { identifier(u"ram:URIID"_s, u"EM"_s, party.email); });
    if (!party.vatId.isEmpty())
      within(u"ram:SpecifiedTaxRegistration"_s,
             [&] { identifier(u"ram:ID"_s, u"VA"_s, party.vatId); });
  }

  void identifier(const QString &name, const QString &scheme, const QString &content) {
    m_xml.writeStartElement(name);
    m_xml.writeAttribute(u"schemeID"_s, scheme);
    m_xml.writeCharacters(content);
    m_xml.writeEndElement();
  }

  void writeTax(const ElectronicTax &tax) {
    money(u"ram:CalculatedAmount"_s, tax.amount);
    text(u"ram:TypeCode"_s, u"VAT"_s);
    if (tax.category != TaxCategory::Standard)
      text(u"ram:ExemptionReason"_s, m_invoice.taxReason);
    money(u"ram:BasisAmount"_s, tax.basis);
    text(u"ram:CategoryCode"_s, codeOf(tax.category));
    if (tax.category != TaxCategory::Standard) // the code list of the CEF
      text(u"ram:ExemptionReasonCode"_s,
           tax.category == TaxCategory::ReverseCharge ? u"VATEX-EU-AE"_s : u"VATEX-EU-O"_s);
    writePercent(tax.category, tax.percent);
  }

  void writeSettlement() {
    text(u"ram:InvoiceCurrencyCode"_s, m_invoice.currency.code());
    for (const auto &tax : m_invoice.taxes)
      within(u"ram:ApplicableTradeTax"_s, [&] { writeTax(tax); });
    if (m_invoice.due || !m_invoice.terms.isEmpty())
      within(u"ram:SpecifiedTradePaymentTerms"_s, [this] {
        text(u"ram:Description"_s, m_invoice.terms);
        if (m_invoice.due)
          day(u"ram:DueDateDateTime"_s, *m_invoice.due);
      });
    within(u"ram:SpecifiedTradeSettlementHeaderMonetarySummation"_s, [this] {
      money(u"ram:LineTotalAmount"_s, m_invoice.net);
      money(u"ram:TaxBasisTotalAmount"_s, m_invoice.net);
      m_xml.writeStartElement(u"ram:TaxTotalAmount"_s);
      m_xml.writeAttribute(u"currencyID"_s, m_invoice.currency.code());
      m_xml.writeCharacters(Money(m_invoice.tax, m_invoice.currency).majorString());
      m_xml.writeEndElement();
      money(u"ram:GrandTotalAmount"_s, m_invoice.total);
      if (m_invoice.prepaid != 0)
        money(u"ram:TotalPrepaidAmount"_s, m_invoice.prepaid);
      money(u"ram:DuePayableAmount"_s, m_invoice.total - m_invoice.prepaid);
    });
    for (const auto &number : m_invoice.corrects)
      within(u"ram:InvoiceReferencedDocument"_s, [&] { text(u"ram:IssuerAssignedID"_s, number); });
  }

  const ElectronicInvoice &m_invoice;
  QByteArray m_bytes;
  QXmlStreamWriter m_xml{&m_bytes};
};

bool hasCategory(const ElectronicInvoice &invoice, TaxCategory category) {
  return std::any_of(invoice.taxes.begin(), invoice.taxes.end(),
                     [&](const ElectronicTax &tax) { return tax.category == category; });
}

/// What EN 16931 asks for and is not there; empty: nothing.
QString missing(const ElectronicInvoice &invoice) {
  const bool isTaxed = hasCategory(invoice, TaxCategory::Standard);
  const bool isReversed = hasCategory(invoice, TaxCategory::ReverseCharge);
  if (invoice.currency.minorDigits() > 2) // BR-DEC-*
    return u"a currency of at most two decimal places"_s;
  if (invoice.seller.country.isEmpty() || invoice.buyer.country.isEmpty()) // BR-9, BR-11
    return u"the country of both sides"_s;
  if ((isTaxed || isReversed) && invoice.seller.vatId.isEmpty()) // BR-S-2, BR-AE-2
    return u"the issuer's VAT id where tax is charged or reversed"_s;
  if (isReversed && invoice.buyer.vatId.isEmpty()) // BR-AE-2
    return u"the customer's VAT id where the tax is reversed"_s;
  if (hasCategory(invoice, TaxCategory::NotSubject) && (isTaxed || isReversed)) // BR-O-11
    return u"one kind of tax treatment for all lines"_s;
  return {};
}

} // namespace

Result<QByteArray> toCrossIndustryInvoice(const ElectronicInvoice &invoice) {
  if (const auto what = missing(invoice); !what.isEmpty())
    return fail(u"document.xml_impossible"_s,
                u"EN 16931 requires %1; %2 is issued without its electronic form."_s.arg(
                    what, invoice.number));
  return CrossIndustryWriter(invoice).write();
}

} // namespace tenantry::documents
