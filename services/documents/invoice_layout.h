// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/documents/document_locale.h"
#include "services/documents/invoice_document.h"
#include "services/documents/page_canvas.h"

namespace tenantry::documents {

/// Lays an invoice out on the pages of a canvas. The number of pages is only known afterwards, so
/// who wants it printed draws twice.
class InvoiceLayout {
public:
  /// `pageCount` is printed as the total. The document and the canvas outlive the layout.
  InvoiceLayout(const InvoiceDocument &document, PageCanvas &canvas, int pageCount);

  int draw(); ///< returns the number of pages

private:
  struct Columns {
    double description = 0; ///< width
    double quantity = 0;    ///< right ends of the others
    double unitPrice = 0;
    double amount = 0;
    double quantityWidth = 0;
    double unitPriceWidth = 0;
  };
  struct RowLine {
    QString description;
    TextStyle style = TextStyle::Body;
    QString quantity, unitPrice, amount;
  };

  void drawLetterhead();
  double drawCustomer(double y);
  double drawFacts(double y);
  void drawTitle();
  double drawBadge(double y);
  void drawTableHead();
  void drawRow(const DocumentLine &line);
  void drawSums();
  void drawSum(const QString &label, const Money &amount, TextStyle style, Ink ink);
  void drawNotes();
  void drawFooter();
  void turnPage();
  void makeRoom(double height); ///< turns the page where less is left

  /// Whether any line fills that column: one that is empty has no head.
  [[nodiscard]] bool says(QString DocumentLine::*column) const;
  [[nodiscard]] Columns measureColumns() const;
  [[nodiscard]] std::vector<RowLine> linesOf(const DocumentLine &line) const;
  [[nodiscard]] std::vector<std::pair<QString, QString>> facts() const;
  [[nodiscard]] QString leadSentence() const;
  [[nodiscard]] double left() const;
  [[nodiscard]] double right() const;
  [[nodiscard]] double bottom() const;

  const InvoiceDocument &m_document;
  PageCanvas &m_canvas;
  DocumentLocale m_locale;
  const DocumentWords &m_words;
  Columns m_columns;
  int m_pageCount;
  int m_page = 1;
  double m_y = 0; ///< where the next thing goes
};

/// "Invoice INV-2026-000001", in the document's language; the title of the file too.
[[nodiscard]] QString titleOf(const InvoiceDocument &document);

} // namespace tenantry::documents
