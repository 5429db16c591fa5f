// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/invoice_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

// All in points. The address stands where the window of an envelope is (DIN 5008, form A).
constexpr double sideMargin = 57;
constexpr double topMargin = 48;
constexpr double footerHeight = 62;
constexpr double addressTop = 126;
constexpr double factsWidth = 214;
constexpr double titleTop = 252;
constexpr double columnGap = 18;
constexpr double widestSideColumn = 96;
constexpr double rowPadding = 6.5;
constexpr double sumsWidth = 250;

struct Badge {
  QString text;
  Ink ink;
  Ink fill;
};

Badge badgeOf(PaymentState state, const DocumentWords &words) {
  switch (state) {
  case PaymentState::Draft:
    return {words.draft, Ink::Neutral, Ink::NeutralFill};
  case PaymentState::Open:
    return {words.open, Ink::Neutral, Ink::NeutralFill};
  case PaymentState::Overdue:
    return {words.overdue, Ink::Warning, Ink::WarningFill};
  case PaymentState::Paid:
    return {words.paid, Ink::Success, Ink::SuccessFill};
  case PaymentState::Void:
    return {words.voided, Ink::Neutral, Ink::NeutralFill};
  case PaymentState::Uncollectible:
    return {words.uncollectible, Ink::Neutral, Ink::NeutralFill};
  }
  Q_UNREACHABLE();
}

/// Signed as it is subtracted.
Money less(const Money &money) { return -money; }

} // namespace

QString titleOf(const InvoiceDocument &document) {
  const DocumentLocale locale(document.language, document.country);
  const bool isInvoice = document.kind == DocumentKind::Invoice;
  const QString kind = isInvoice ? locale.words().invoice : locale.words().creditNote;
  return document.number.isEmpty() ? kind + u" ("_s + locale.words().draft + u')'
                                   : kind + u' ' + document.number;
}

InvoiceLayout::InvoiceLayout(const InvoiceDocument &document, PageCanvas &canvas, int pageCount)
    : m_document(document), m_canvas(canvas), m_locale(document.language, document.country),
      m_words(m_locale.words()), m_columns(measureColumns()), m_pageCount(pageCount) {}

double InvoiceLayout::left() const { return sideMargin; }
double InvoiceLayout::right() const { return m_canvas.width() - sideMargin; }
double InvoiceLayout::bottom() const { return m_canvas.height() - footerHeight; }

int InvoiceLayout::draw() {
  drawLetterhead();
  drawTitle();
  drawTableHead();
  for (const DocumentLine &line : m_document.lines)
    drawRow(line);
  drawSums();
  drawNotes();
  drawFooter();
  return m_page;
}

// -- head
// ------------------------------------------------------------------------------------------------------------

void InvoiceLayout::drawLetterhead() {
  m_canvas.fill({left(), topMargin - 14, 26, 3}, Ink::Accent, 1.5);
  double y = topMargin;
  for (const QString &line : m_canvas.wrap(m_document.issuer.name, TextStyle::Issuer, 250, 2)) {
    m_canvas.text(left(), y, line, TextStyle::Issuer, Ink::Text);
    y += PageCanvas::lineHeight(TextStyle::Issuer);
  }
  QStringList details = m_document.issuer.address;
  if (!m_document.issuer.vatId.isEmpty())
    details += m_words.issuerVatId + u' ' + m_document.issuer.vatId;
  details += m_document.issuer.contact;
  double detailsY = topMargin + 1;
  for (const QString &line :
       m_canvas.wrap(details.join(u'\n').trimmed(), TextStyle::Small, factsWidth, 6)) {
    m_canvas.text(right(), detailsY, line, TextStyle::Small, Ink::Muted, Align::Right);
    detailsY += PageCanvas::lineHeight(TextStyle::Small);
  }
  m_y = std::max({titleTop, drawCustomer(addressTop) + 28,
                  drawFacts(std::max(addressTop + 13, detailsY + 14)) + 28});
}

double InvoiceLayout::drawCustomer(double y) {
  const double width = right() - left() - factsWidth - columnGap;
  const QString sender =
      (QStringList(m_document.issuer.name) + m_document.issuer.address).join(u" · "_s);
  for (const QString &line : m_canvas.wrap(sender, TextStyle::Tiny, width, 1))
    m_canvas.text(left(), y, line, TextStyle::Tiny, Ink::Muted);
  y += 15;
  for (const QString &line : m_canvas.wrap(m_document.customer.name, TextStyle::Sum, width, 3)) {
    m_canvas.text(left(), y, line, TextStyle::Sum, Ink::Text);
    y += PageCanvas::lineHeight(TextStyle::Sum);
  }
  for (const QString &line :
       m_canvas.wrap(m_document.customer.address.join(u'\n'), TextStyle::Body, width, 8)) {
    m_canvas.text(left(), y, line, TextStyle::Body, Ink::Soft);
    y += PageCanvas::lineHeight(TextStyle::Body);
  }
  return y;
}

std::vector<std::pair<QString, QString>> InvoiceLayout::facts() const {
  std::vector<std::pair<QString, QString>> facts;
  if (!m_document.number.isEmpty())
    facts.emplace_back(m_words.number, m_document.number);
  if (!m_document.correctsNumber.isEmpty())
    facts.emplace_back(m_words.corrects, m_document.correctsNumber);
  facts.emplace_back(m_words.issued, m_locale.date(m_document.issued));
  if (m_document.due)
    facts.emplace_back(m_words.due, m_locale.date(*m_document.due));
  if (m_document.service)
    facts.emplace_back(m_words.service, m_locale.period(*m_document.service));
  if (!m_document.customer.vatId.isEmpty())
    facts.emplace_back(m_words.customerVatId, m_document.customer.vatId);
  return facts;
}

double InvoiceLayout::drawFacts(double y) {
  for (const auto &[label, value] : facts()) {
    const double labelEnd = right() - factsWidth + m_canvas.textWidth(label, TextStyle::Small) + 8;
    m_canvas.text(right() - factsWidth, y + 1, label, TextStyle::Small,
                  Ink::Muted); // on one base line
    for (const QString &line : m_canvas.wrap(value, TextStyle::Body, right() - labelEnd, 3)) {
      m_canvas.text(right(), y, line, TextStyle::Body, Ink::Text, Align::Right);
      y += PageCanvas::lineHeight(TextStyle::Body);
    }
    y += 2.5;
  }
  return y;
}

void InvoiceLayout::drawTitle() {
  const double badgeLeft = drawBadge(m_y + 5.5);
  for (const QString &line :
       m_canvas.wrap(titleOf(m_document), TextStyle::Title, badgeLeft - left() - columnGap, 3)) {
    m_canvas.text(left(), m_y, line, TextStyle::Title, Ink::Text);
    m_y += PageCanvas::lineHeight(TextStyle::Title);
  }
  m_y += 2;
  if (const QString lead = leadSentence(); !lead.isEmpty()) {
    m_canvas.text(left(), m_y, lead, TextStyle::Lead, Ink::Soft);
    m_y += PageCanvas::lineHeight(TextStyle::Lead);
  }
  m_y += 20;
}

/// Returns where it begins.
double InvoiceLayout::drawBadge(double y) {
  if (m_document.kind == DocumentKind::CreditNote)
    return right();
  const Badge badge = badgeOf(m_document.state, m_words);
  const double width = m_canvas.textWidth(badge.text, TextStyle::Small) + 14;
  m_canvas.fill({right() - width, y, width, 17}, badge.fill, 4);
  m_canvas.text(right() - width + 7, y + 2.5, badge.text, TextStyle::Small, badge.ink);
  return right() - width;
}

QString InvoiceLayout::leadSentence() const {
  if (m_document.kind == DocumentKind::CreditNote)
    return {};
  if (m_document.state == PaymentState::Paid && m_document.paidOn)
    return m_words.paidOn.arg(m_locale.money(m_document.amountPaid),
                              m_locale.date(*m_document.paidOn));
  const bool isOwed =
      m_document.state == PaymentState::Open || m_document.state == PaymentState::Overdue;
  if (isOwed && m_document.due && m_document.amountDue.minor() > 0)
    return m_words.dueBy.arg(m_locale.money(m_document.amountDue), m_locale.date(*m_document.due));
  return {};
}

// -- table
// -----------------------------------------------------------------------------------------------------------

InvoiceLayout::Columns InvoiceLayout::measureColumns() const {
  double quantity = m_canvas.textWidth(m_words.quantity, TextStyle::Small);
  double unitPrice = m_canvas.textWidth(m_words.unitPrice, TextStyle::Small);
  double amount = m_canvas.textWidth(m_words.amount, TextStyle::Small);
  for (const DocumentLine &line : m_document.lines) {
    quantity = std::max(quantity, m_canvas.textWidth(line.quantity, TextStyle::Body));
    unitPrice = std::max(unitPrice, m_canvas.textWidth(line.unitPrice, TextStyle::Body));
    amount = std::max(amount, m_canvas.textWidth(m_locale.amount(line.amount), TextStyle::Body));
  }
  Columns columns;
  columns.quantityWidth =
      std::min(quantity, widestSideColumn) + 0.5; // or rounding would wrap the widest
  columns.unitPriceWidth = std::min(unitPrice, widestSideColumn) + 0.5;
  columns.amount = right();
  columns.unitPrice = columns.amount - amount - columnGap;
  columns.quantity = columns.unitPrice - columns.unitPriceWidth - columnGap;
  columns.description = columns.quantity - columns.quantityWidth - columnGap - left();
  return columns;
}

bool InvoiceLayout::says(QString DocumentLine::*column) const {
  return std::any_of(m_document.lines.begin(), m_document.lines.end(),
                     [column](const DocumentLine &line) { return !(line.*column).isEmpty(); });
}

void InvoiceLayout::drawTableHead() {
  const auto label = [this](double x, const QString &text, Align align) {
    m_canvas.text(x, m_y, text, TextStyle::Small, Ink::Muted, align);
  };
  label(left(), m_words.description, Align::Left);
  if (says(&DocumentLine::quantity))
    label(m_columns.quantity, m_words.quantity, Align::Right);
  if (says(&DocumentLine::unitPrice))
    label(m_columns.unitPrice, m_words.unitPrice, Align::Right);
  label(m_columns.amount, m_words.amount, Align::Right);
  m_y += PageCanvas::lineHeight(TextStyle::Small) + 5;
  m_canvas.rule(left(), right(), m_y, Ink::Rule, 0.75);
}

std::vector<InvoiceLayout::RowLine> InvoiceLayout::linesOf(const DocumentLine &line) const {
  std::vector<RowLine> rows;
  for (const QString &text :
       m_canvas.wrap(line.description, TextStyle::Body, m_columns.description))
    rows.push_back({text, TextStyle::Body, {}, {}, {}});
  if (line.period)
    rows.push_back({m_locale.period(*line.period), TextStyle::Small, {}, {}, {}});
  const QStringList quantity =
      m_canvas.wrap(line.quantity, TextStyle::Body, m_columns.quantityWidth);
  const QStringList unitPrice =
      m_canvas.wrap(line.unitPrice, TextStyle::Body, m_columns.unitPriceWidth);
  rows.resize(std::max({rows.size(), std::size_t(quantity.size()), std::size_t(unitPrice.size())}));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].quantity = quantity.value(qsizetype(i));
    rows[i].unitPrice = unitPrice.value(qsizetype(i));
  }
  rows.front().amount = m_locale.amount(line.amount);
  return rows;
}

/// A row stays together where a page can hold it; one that is longer goes on over the pages.
void InvoiceLayout::drawRow(const DocumentLine &line) {
  const std::vector<RowLine> rows = linesOf(line);
  const double height =
      double(rows.size()) * PageCanvas::lineHeight(TextStyle::Body) + 2 * rowPadding;
  if (m_y + height > bottom() && height < bottom() - topMargin - 60) {
    turnPage();
    drawTableHead();
  }
  m_y += rowPadding;
  for (const RowLine &row : rows) {
    const double lineHeight = PageCanvas::lineHeight(row.style);
    if (m_y + lineHeight > bottom()) {
      turnPage();
      drawTableHead();
      m_y += rowPadding;
    }
    const bool isMain = row.style == TextStyle::Body;
    m_canvas.text(left(), m_y, row.description, row.style, isMain ? Ink::Text : Ink::Muted);
    m_canvas.text(m_columns.quantity, m_y, row.quantity, TextStyle::Body, Ink::Soft, Align::Right);
    m_canvas.text(m_columns.unitPrice, m_y, row.unitPrice, TextStyle::Body, Ink::Soft,
                  Align::Right);
    m_canvas.text(m_columns.amount, m_y, row.amount, TextStyle::Body, Ink::Text, Align::Right);
    m_y += lineHeight;
  }
  m_y += rowPadding;
  m_canvas.rule(left(), right(), m_y, Ink::Hairline, 0.5);
}

// -- sums, notes, pages
// ----------------------------------------------------------------------------------------------

void InvoiceLayout::drawSum(const QString &label, const Money &amount, TextStyle style, Ink ink) {
  const QString value = m_locale.money(amount);
  const double labelWidth = sumsWidth - m_canvas.textWidth(value, style) - columnGap;
  const QStringList labels = m_canvas.wrap(label, style, labelWidth, 4);
  const double lineHeight = PageCanvas::lineHeight(style);
  makeRoom(double(labels.size()) * lineHeight + 4);
  m_canvas.text(right(), m_y, value, style, Ink::Text, Align::Right);
  for (const QString &line : labels) {
    m_canvas.text(right() - sumsWidth, m_y, line, style, ink);
    m_y += lineHeight;
  }
  m_y += 4;
}

void InvoiceLayout::drawSums() {
  const auto inner = m_document.discounts.size() + m_document.taxes.size() + 5;
  makeRoom(std::min(double(inner) * 18 + 60, bottom() - topMargin - 60));
  m_y += 10;
  if (!m_document.discounts.empty() || !m_document.taxes.empty())
    drawSum(m_words.subtotal, m_document.subtotal, TextStyle::Body, Ink::Soft);
  for (const DocumentSum &discount : m_document.discounts)
    drawSum(discount.label, discount.amount, TextStyle::Body, Ink::Soft);
  for (const DocumentSum &tax : m_document.taxes)
    drawSum(tax.label, tax.amount, TextStyle::Body, Ink::Soft);
  drawSum(m_words.total, m_document.total, TextStyle::Strong, Ink::Text);
  if (!m_document.balanceApplied.isZero())
    drawSum(m_words.balanceApplied, less(m_document.balanceApplied), TextStyle::Body, Ink::Soft);
  if (!m_document.amountPaid.isZero())
    drawSum(m_words.amountPaid, less(m_document.amountPaid), TextStyle::Body, Ink::Soft);
  makeRoom(PageCanvas::lineHeight(TextStyle::Due) + 14);
  m_y += 3;
  m_canvas.rule(right() - sumsWidth, right(), m_y, Ink::Rule, 0.75);
  m_y += 7;
  const bool isInvoice = m_document.kind == DocumentKind::Invoice;
  drawSum(isInvoice ? m_words.amountDue : m_words.credited, m_document.amountDue, TextStyle::Due,
          Ink::Text);
}

void InvoiceLayout::drawNotes() {
  const double width = std::min(right() - left(), 400.0); // long lines are hard to read
  m_y += 22;
  for (const QString &note : m_document.notes) {
    for (const QString &line : m_canvas.wrap(note, TextStyle::Small, width)) {
      makeRoom(PageCanvas::lineHeight(TextStyle::Small));
      m_canvas.text(left(), m_y, line, TextStyle::Small, Ink::Soft);
      m_y += PageCanvas::lineHeight(TextStyle::Small);
    }
    m_y += 6;
  }
}

void InvoiceLayout::drawFooter() {
  const double y = m_canvas.height() - 42;
  const QString page = m_words.page.arg(m_page).arg(m_pageCount);
  const double pageWidth = m_canvas.textWidth(page, TextStyle::Tiny);
  m_canvas.rule(left(), right(), y - 7, Ink::Hairline, 0.5);
  m_canvas.text(right(), y, page, TextStyle::Tiny, Ink::Muted, Align::Right);
  const QString footer = m_document.issuer.name + u" · "_s + titleOf(m_document);
  for (const QString &line :
       m_canvas.wrap(footer, TextStyle::Tiny, right() - left() - pageWidth - columnGap, 1))
    m_canvas.text(left(), y, line, TextStyle::Tiny, Ink::Muted);
}

void InvoiceLayout::turnPage() {
  drawFooter();
  m_canvas.newPage();
  ++m_page;
  m_y = topMargin;
}

void InvoiceLayout::makeRoom(double height) {
  if (m_y + height > bottom())
    turnPage();
}

} // namespace tenantry::documents
