// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/page_canvas.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

constexpr int dotsPerPoint = 20; // fine enough that font sizes and positions need no rounding
constexpr double pointsPerInch = 72;

struct StyleData {
  double size; ///< points
  QFont::Weight weight;
  double lineHeight; ///< points
};

StyleData dataOf(TextStyle style) {
  switch (style) {
  case TextStyle::Title:
    return {21, QFont::DemiBold, 27};
  case TextStyle::Lead:
    return {11, QFont::Normal, 16};
  case TextStyle::Issuer:
    return {13, QFont::DemiBold, 18};
  case TextStyle::Body:
    return {9.5, QFont::Normal, 13.5};
  case TextStyle::Strong:
    return {9.5, QFont::DemiBold, 13.5};
  case TextStyle::Small:
    return {8.5, QFont::Normal, 12};
  case TextStyle::Tiny:
    return {7.5, QFont::Normal, 10.5};
  case TextStyle::Sum:
    return {10.5, QFont::DemiBold, 15};
  case TextStyle::Due:
    return {13, QFont::DemiBold, 18};
  }
  Q_UNREACHABLE();
}

/// The light theme of the console, on paper.
QColor colorOf(Ink ink) {
  switch (ink) {
  case Ink::Text:
    return {0x17, 0x1a, 0x21};
  case Ink::Soft:
    return {0x4e, 0x55, 0x64};
  case Ink::Muted:
    return {0x65, 0x6c, 0x7b};
  case Ink::Hairline:
    return {0xe5, 0xe7, 0xec};
  case Ink::Rule:
    return {0xb9, 0xbe, 0xc9};
  case Ink::Accent:
    return {0x4a, 0x52, 0xcf};
  case Ink::Success:
    return {0x17, 0x68, 0x3a};
  case Ink::SuccessFill:
    return {0xe4, 0xf5, 0xea};
  case Ink::Warning:
    return {0x85, 0x50, 0x0a};
  case Ink::WarningFill:
    return {0xfc, 0xf1, 0xd9};
  case Ink::Neutral:
    return {0x4b, 0x52, 0x62};
  case Ink::NeutralFill:
    return {0xee, 0xf0, 0xf3};
  }
  Q_UNREACHABLE();
}

/// Digits of one width, where a family has them, keep columns of amounts straight.
QString fontFamily() {
  const QStringList families = QFontDatabase::families();
  for (const auto &family : {u"Tenantry Tab"_s, u"Inter"_s})
    if (families.contains(family))
      return family;
  return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QFont fontOf(TextStyle style, const QString &family) {
  const StyleData data = dataOf(style);
  QFont font(family);
  font.setPixelSize(qRound(data.size * dotsPerPoint));
  font.setWeight(data.weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  // Alternate glyphs (the raised hyphen of “INV-2026”) and spaced letters would be lost to who
  // copies or searches the text: a PDF knows the letters of a font's plain glyphs only.
  font.setStyleHint(QFont::SansSerif, QFont::PreferNoShaping);
  return font;
}

QStringList breakParagraph(const QString &text, const QFont &font, QPaintDevice *device,
                           double dots) {
  QTextLayout layout(text, font, device);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  QStringList lines;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(dots);
    lines += text.mid(line.textStart(), line.textLength()).trimmed();
  }
  layout.endLayout();
  return lines;
}

} // namespace

struct PageCanvas::Tools {
  explicit Tools(QIODevice &device) : writer(&device), family(fontFamily()) {}
  QPdfWriter writer;
  QString family;
  QPainter painter; // after the writer, so that it is gone before
};

PageCanvas::PageCanvas(QIODevice &device, Paper paper, const QString &title)
    : m_tools(std::make_unique<Tools>(device)) {
  QPdfWriter &writer = m_tools->writer;
  writer.setPdfVersion(QPdfWriter::PdfVersion_A1b);
  writer.setResolution(int(pointsPerInch) * dotsPerPoint);
  writer.setPageSize(QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(title);
  writer.setCreator(u"Tenantry"_s);
}

PageCanvas::~PageCanvas() = default;

bool PageCanvas::begin() { return m_tools->painter.begin(&m_tools->writer); }
bool PageCanvas::end() { return m_tools->painter.end(); }
void PageCanvas::newPage() { m_tools->writer.newPage(); }

double PageCanvas::width() const { return double(m_tools->writer.width()) / dotsPerPoint; }
double PageCanvas::height() const { return double(m_tools->writer.height()) / dotsPerPoint; }
double PageCanvas::lineHeight(TextStyle style) { return dataOf(style).lineHeight; }

double PageCanvas::textWidth(const QString &text, TextStyle style) const {
  const QFontMetricsF metrics(fontOf(style, m_tools->family), &m_tools->writer);
  return metrics.horizontalAdvance(text) / dotsPerPoint;
}

QStringList PageCanvas::wrap(const QString &text, TextStyle style, double width, int most) const {
  const QFont font = fontOf(style, m_tools->family);
  QStringList lines;
  for (const QString &paragraph : text.split(u'\n'))
    lines += breakParagraph(paragraph, font, &m_tools->writer, width * dotsPerPoint);
  if (lines.size() > most) {
    lines.resize(most);
    lines.last().chop(1); // nothing of an empty line
    lines.last() += u'…';
  }
  return lines;
}

void PageCanvas::text(double x, double y, const QString &text, TextStyle style, Ink ink,
                      Align align) {
  const StyleData data = dataOf(style);
  const QFont font = fontOf(style, m_tools->family);
  // the capital height, about 0.73 of the size, is centred in the line
  const double baseline = y + (data.lineHeight + 0.73 * data.size) / 2;
  const double left = align == Align::Left ? x : x - textWidth(text, style);
  m_tools->painter.setFont(font);
  m_tools->painter.setPen(colorOf(ink));
  m_tools->painter.drawText(QPointF(left, baseline) * dotsPerPoint, text);
}

void PageCanvas::rule(double left, double right, double y, Ink ink, double thickness) {
  fill({left, y - thickness / 2, right - left, thickness}, ink, 0);
}

void PageCanvas::fill(const QRectF &rect, Ink ink, double radius) {
  const QRectF dots(rect.topLeft() * dotsPerPoint, rect.size() * dotsPerPoint);
  m_tools->painter.setPen(Qt::NoPen);
  m_tools->painter.setBrush(colorOf(ink));
  m_tools->painter.drawRoundedRect(dots, radius * dotsPerPoint, radius * dotsPerPoint);
}

} // namespace tenantry::documents
