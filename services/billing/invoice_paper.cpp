// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_paper.h"
#include "services/billing/draft_taxes.h"

#include "services/billing/credit_notes.h"
#include "services/billing/electronic_invoice.h"
#include "services/billing/service.h"
#include "services/core/postal_address.h"
#include "services/documents/document_locale.h"
#include "services/documents/invoice_attachment.h"
#include "services/documents/invoice_document.h"
#include "services/documents/invoice_pdf.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

using documents::InvoiceDocument;

/// The words of a document: those of the customer, not of whoever prints it.
struct Words {
  QString monthly, yearly, seats, usage, lateUsage, discount, vat, reverseCharge;
  QString rest, restOfSeats;                          ///< of a period that was changed
  QString invoicedBefore, copy;                       ///< of an invoice that came by an import
  QString lowered, refunded, toBalance, toBalanceAll; ///< where the money of a credit note went
  ElectronicWords data;
};

const Words &wordsIn(const QString &language) {
  static const Words english{
      u"%1, monthly"_s,
      u"%1, yearly"_s,
      u"%1, per seat"_s,
      u"%1, usage"_s,
      u"%1, late usage"_s,
      u"Discount %1"_s,
      u"VAT %1"_s,
      u"Reverse charge: the tax is owed by the recipient."_s,
      u"%1, part of a period"_s,
      u"%1, per seat, part of a period"_s,
      u"As invoiced"_s,
      u"This is a copy: the invoice was issued with another system."_s,
      u"%1 lowers what is due of invoice %2."_s,
      u"%1 of what was paid for invoice %2 is paid back."_s,
      u"%1 goes to your balance."_s,
      u"The whole amount goes to your balance and pays your next invoices."_s,
      {u"Discount"_s, u"Reverse charge"_s, u"Not subject to VAT"_s}};
  static const Words german{
      u"%1, monatlich"_s,
      u"%1, jährlich"_s,
      u"%1, je Platz"_s,
      u"%1, Verbrauch"_s,
      u"%1, Nachverbrauch"_s,
      u"Rabatt %1"_s,
      u"USt. %1"_s,
      u"Steuerschuldnerschaft des Leistungsempfängers."_s,
      u"%1, anteilig"_s,
      u"%1, je Platz, anteilig"_s,
      u"Wie in Rechnung gestellt"_s,
      u"Dies ist eine Abschrift: Die Rechnung wurde mit einem anderen System ausgestellt."_s,
      u"%1 mindert den offenen Betrag der Rechnung %2."_s,
      u"%1 der Zahlung auf Rechnung %2 wird erstattet."_s,
      u"%1 wird Ihrem Guthaben gutgeschrieben."_s,
      u"Der ganze Betrag wird Ihrem Guthaben gutgeschrieben und mit Ihren nächsten Rechnungen "
      u"verrechnet."_s,
      {u"Rabatt"_s, u"Steuerschuldnerschaft des Leistungsempfängers"_s, u"Nicht steuerbar"_s}};
  return language == "de"_L1 ? german : english;
}

QString fromJson(const nlohmann::json &object, const char *key) {
  return QString::fromStdString(object.value(key, std::string()));
}

documents::DocumentParty partyOf(const DocumentCustomer &customer,
                                 const documents::DocumentLocale &locale) {
  documents::DocumentParty party;
  party.name = customer.name;
  party.vatId = customer.vatId;
  const auto &address = customer.address;
  party.address = address.lines();
  if (!address.country.isEmpty())
    party.address.append(locale.country(address.country));
  return party;
}

documents::DocumentParty issuerOf(const business::Issuer &issuer) {
  return {issuer.legalName, issuer.address.split(u", "_s, Qt::SkipEmptyParts), issuer.vatId, {}};
}

class Paper {
public:
  Paper(const Invoice &invoice, const business::Applied &applied)
      : m_invoice(invoice), m_applied(applied), m_language(invoice.customer.language),
        m_locale(m_language, invoice.customer.address.country), m_words(wordsIn(m_language)) {}

  InvoiceDocument draw(const std::vector<StoredLine> &lines) {
    InvoiceDocument document;
    document.number = m_invoice.number;
    document.issuer = issuerOf(m_applied.business.issuer);
    document.customer = partyOf(m_invoice.customer, m_locale);
    document.language = m_language == "de"_L1 ? u"de"_s : u"en"_s;
    document.country = m_invoice.customer.address.country;
    document.issued = m_invoice.issuedOn.value_or(LocalDay{});
    document.due = m_invoice.dueOn;
    document.subtotal = money(0);
    for (const auto &line : lines)
      add(line, document);
    document.total = money(m_invoice.total);
    document.balanceApplied = money(m_invoice.balanceApplied);
    document.amountPaid = money(0);
    document.amountDue = money(m_invoice.total - m_invoice.balanceApplied);
    document.state = stateAtIssue();
    if (m_invoice.reverseCharge)
      document.notes.push_back(m_words.reverseCharge);
    if (m_invoice.kind == InvoiceKind::Imported)
      drawAsItIs(document);
    return document;
  }

  /// The same for machines.
  [[nodiscard]] documents::ElectronicInvoice data(const std::vector<StoredLine> &lines) const {
    QStringList names;
    for (const auto &line : lines)
      names += describe(line);
    return electronicInvoice(m_invoice, lines, names, m_applied.business.issuer, m_words.data);
  }

private:
  [[nodiscard]] Money money(std::int64_t minor) const { return {minor, m_invoice.currency}; }

  [[nodiscard]] documents::PaymentState stateAtIssue() const {
    if (m_invoice.number.isEmpty()) // discarded or not
      return documents::PaymentState::Draft;
    return m_invoice.total == m_invoice.balanceApplied ? documents::PaymentState::Paid
                                                       : documents::PaymentState::Open;
  }

  /// Ours is kept as it was issued. One that came by an import was issued elsewhere, and may be
  /// paid since.
  void drawAsItIs(InvoiceDocument &document) const {
    using documents::PaymentState;
    document.amountPaid = money(m_invoice.paid);
    document.amountDue -= money(m_invoice.paid + m_invoice.writtenOff);
    if (m_invoice.status == InvoiceStatus::Void)
      document.state = PaymentState::Void;
    else if (m_invoice.status == InvoiceStatus::Uncollectible)
      document.state = PaymentState::Uncollectible;
    else if (document.amountDue.minor() == 0)
      document.state = PaymentState::Paid;
    document.notes.push_back(m_words.copy);
  }

  void add(const StoredLine &line, InvoiceDocument &document) const {
    if (line.kind == "discount"_L1) {
      document.discounts.push_back({m_words.discount.arg(line.item), money(line.amount)});
    } else if (line.kind == "tax"_L1) {
      const QString percent = line.unit.isEmpty() ? line.item : u"%1 %"_s.arg(decimal(line.unit));
      document.taxes.push_back({m_words.vat.arg(percent), money(line.amount)});
    } else {
      document.subtotal += money(line.amount);
      document.lines.push_back(itemLine(line));
    }
  }

  [[nodiscard]] documents::DocumentLine itemLine(const StoredLine &line) const {
    documents::DocumentLine item;
    item.description = describe(line);
    if (line.fromDay)
      item.period = DayRange{*line.fromDay, *line.toDay};
    item.quantity = decimal(line.quantity);
    if (line.kind == "plan"_L1 || line.kind == "seat"_L1 || line.kind == "addon"_L1 ||
        line.kind == "one_off"_L1)
      item.unitPrice = unitPrice(line);
    item.amount = money(line.amount);
    return item;
  }

  [[nodiscard]] QString unitPrice(const StoredLine &line) const {
    const auto unit = parseDecimal(line.unit);
    if (!unit || *unit == 0)
      return {};
    return m_locale.unitPrice(*unit, m_invoice.currency);
  }

  /// As it is kept, where that is no number: what was imported may say anything.
  [[nodiscard]] QString decimal(const QString &text) const {
    const auto value = parseDecimal(text);
    return value ? m_locale.decimal(*value) : text;
  }

  [[nodiscard]] QString planName(const StoredLine &line) const {
    const auto id = line.detail.is_object() ? fromJson(line.detail, "plan") : QString();
    const auto plan = m_applied.business.plans.find(id);
    return plan == m_applied.business.plans.end() ? id : plan->second.name.in(m_language);
  }

  /// Of a plan, or the name that an add-on was sold by.
  [[nodiscard]] QString nameOf(const StoredLine &line) const {
    if (line.detail.is_object() && line.detail.contains("addon"))
      return fromJson(line.detail, "addon");
    if (line.item == "plan"_L1 || line.item == "seat"_L1)
      return planName(line);
    const auto addon = m_applied.business.addons.find(line.item);
    return addon == m_applied.business.addons.end() ? planName(line)
                                                    : addon->second.name.in(m_language);
  }

  [[nodiscard]] QString metricName(const StoredLine &line) const {
    const auto metric = m_applied.business.metrics.find(line.metric);
    return metric == m_applied.business.metrics.end() ? line.metric
                                                      : metric->second.nameIn(m_language);
  }

  [[nodiscard]] QString describe(const StoredLine &line) const {
    if (line.kind == "plan"_L1 || line.kind == "addon"_L1)
      return (fromJson(line.detail, "interval") == "year"_L1 ? m_words.yearly : m_words.monthly)
          .arg(nameOf(line));
    if (line.kind == "seat"_L1)
      return m_words.seats.arg(planName(line));
    if (line.kind == "usage"_L1) {
      const bool late = line.detail.is_object() && line.detail.value("late", false);
      return (late ? m_words.lateUsage : m_words.usage).arg(metricName(line));
    }
    if (line.kind == "proration_credit"_L1 || line.kind == "proration_charge"_L1)
      return (line.item == "seat"_L1 ? m_words.restOfSeats : m_words.rest).arg(nameOf(line));
    return m_invoice.kind == InvoiceKind::Imported ? m_words.invoicedBefore : line.item;
  }

  const Invoice &m_invoice;
  const business::Applied &m_applied;
  QString m_language;
  documents::DocumentLocale m_locale;
  const Words &m_words;
};

/// What a credit note says, as an invoice would say it: what is taken back is positive on its
/// paper.
Invoice asInvoice(const CreditNote &note) {
  Invoice invoice;
  invoice.organization = note.organization;
  invoice.number = note.number;
  invoice.status = InvoiceStatus::Paid;
  invoice.currency = note.currency;
  invoice.net = note.net;
  invoice.tax = note.tax;
  invoice.total = note.total;
  invoice.reverseCharge = note.reverseCharge;
  invoice.customer = note.customer;
  invoice.issuedOn = note.issuedOn;
  return invoice;
}

/// Where the money went, a sentence each, and why.
QStringList outcomeOf(const CreditNote &note, const std::vector<LoweredInvoice> &lowered,
                      const InvoiceDocument &document) {
  const auto &words = wordsIn(document.language);
  const documents::DocumentLocale locale(document.language, document.country);
  QStringList sentences;
  if (!note.reason.isEmpty())
    sentences += note.reason;
  for (const auto &one : lowered)
    sentences += (note.kind == "refund"_L1 ? words.refunded : words.lowered)
                     .arg(locale.money({one.amount, note.currency}), one.number);
  if (note.toBalance > 0)
    sentences += note.toBalance == note.total
                     ? words.toBalanceAll
                     : words.toBalance.arg(locale.money({note.toBalance, note.currency}));
  return sentences;
}

/// What is taken back, positive as on its paper. By hand an amount was given, not a quantity.
std::vector<StoredLine> givenBack(std::vector<StoredLine> lines, bool isByHand) {
  for (auto &line : lines) {
    line.amount = -line.amount;
    line.discountShare = -line.discountShare;
    line.taxShare = -line.taxShare;
    if (isByHand)
      line.quantity = line.unit = line.kind == "tax"_L1 ? line.unit : QString();
  }
  return lines;
}

/// As it is drawn, with its data in it where they are all known: what is missing is missing on a
/// paper too, but stops nobody from sending that.
Result<QByteArray> withData(const QByteArray &pdf, const documents::ElectronicInvoice &data,
                            Instant made) {
  const auto xml = documents::toCrossIndustryInvoice(data);
  return xml ? documents::attachInvoice(pdf, *xml, data.number, made) : Result<QByteArray>(pdf);
}

} // namespace

Result<QByteArray> creditNotePdf(store::Session &session, business::AppliedBusiness &business,
                                 const OrganizationId &organization, const CreditNoteId &id) {
  auto &database = session.database;
  TENANTRY_TRY(kept, database.one<QByteArray>("credit_note_pdf_get",
                                              {{"organization", organization}, {"note", id}}));
  if (kept)
    return std::get<0>(*kept);
  TENANTRY_TRY(note, findCreditNote(session, organization, id));
  TENANTRY_TRY(applied, business.at(session, note.createdAt));
  TENANTRY_TRY(lines, creditNoteLines(session, organization, id));
  TENANTRY_TRY(lowered, loweredBy(session, organization, id));
  const auto invoice = asInvoice(note);
  Paper paper(invoice, *applied);
  lines = givenBack(std::move(lines), note.kind != "change"_L1);
  auto document = paper.draw(lines);
  const auto outcome = outcomeOf(note, lowered, document);
  document.kind = documents::DocumentKind::CreditNote;
  document.correctsNumber = note.corrects.join(u", "_s);
  document.notes = outcome + document.notes;
  auto data = paper.data(lines);
  data.kind = documents::DocumentKind::CreditNote;
  data.corrects = note.corrects;
  data.terms = outcome.join(u' ');
  TENANTRY_TRY(drawn, documents::renderInvoicePdf(document));
  TENANTRY_TRY(pdf, withData(drawn, data, session.clock.now()));
  TENANTRY_CHECK(database.execute("credit_note_pdf_put", {{"organization", organization},
                                                          {"note", id},
                                                          {"content", pdf},
                                                          {"now", session.clock.now()}}));
  return pdf;
}

Result<QByteArray> invoicePdf(store::Session &session, business::AppliedBusiness &business,
                              const OrganizationId &organization, const InvoiceId &id) {
  auto &database = session.database;
  TENANTRY_TRY(kept, database.one<QByteArray>("invoice_pdf_get",
                                              {{"organization", organization}, {"invoice", id}}));
  if (kept)
    return std::get<0>(*kept);
  BillingService billing(session, business);
  TENANTRY_TRY(invoice, billing.find(organization, id));
  TENANTRY_TRY(applied, business.at(session, invoice.finalizedAt.value_or(session.clock.now())));
  TENANTRY_TRY(lines, billing.lines(organization, id));
  if (invoice.status == InvoiceStatus::Draft) { // as it would be finalized
    TENANTRY_TRY(profile, organizations::OrganizationService(session).find(organization));
    TENANTRY_TRY(
        taxed, DraftTaxes(session, *applied).ofNow(std::move(invoice), std::move(lines), profile));
    invoice = std::move(taxed.invoice);
    lines = std::move(taxed.lines);
  }
  Paper paper(invoice, *applied);
  TENANTRY_TRY(drawn, documents::renderInvoicePdf(paper.draw(lines)));
  if (invoice.number.isEmpty())
    return std::move(drawn);
  TENANTRY_TRY(pdf, withData(drawn, paper.data(lines), session.clock.now()));
  TENANTRY_CHECK(database.execute("invoice_pdf_put", {{"organization", organization},
                                                      {"invoice", id},
                                                      {"content", pdf},
                                                      {"now", session.clock.now()}}));
  return pdf;
}

} // namespace tenantry::billing
