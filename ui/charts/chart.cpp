// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"
#include "ui/charts/chart_head.h"
#include "ui/charts/chart_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int headHeight = 20;
constexpr std::size_t mostSaid = 24; ///< points; the table has all
} // namespace

Chart::Chart(QWidget *parent)
    : QWidget(parent), m_emptyText(tr("There are no figures yet.")),
      m_showTable(new QAction(icon(u"board"_s), tr("Figures of the chart as a table"), this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  m_showTable->setShortcut(Qt::Key_T);
  m_showTable->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(m_showTable, &QAction::triggered, this, [this] { showTable(!isTableShown()); });
  addAction(m_showTable);
}

void Chart::setData(ChartData data) {
  m_data = std::move(data);
  if (m_point && *m_point >= pointCount())
    m_point.reset();
  setAccessibleName(m_data.title);
  if (m_table)
    m_table->setFigures(m_data, hasRowPerSeries());
  dataChanged();
  describe();
  update();
}

void Chart::setEmptyText(const QString &text) {
  m_emptyText = text;
  describe();
  update();
}

void Chart::readOut(std::optional<std::size_t> point) {
  if (point && *point >= pointCount())
    point.reset();
  if (point == m_point)
    return;
  m_point = point;
  describe();
  update();
  Q_EMIT pointChanged();
}

void Chart::describe() {
  setAccessibleDescription(m_data.isEmpty() ? m_emptyText
                           : m_point        ? textOf(*m_point)
                                            : m_data.summary(mostSaid, locale()));
}

QString Chart::textOf(std::size_t point) const { return m_data.pointText(point, locale()); }

bool Chart::isTableShown() const { return m_table && !m_table->isHidden(); }

void Chart::showTable(bool shown) {
  if (shown == isTableShown())
    return;
  if (shown && !m_table) {
    m_table = new ChartTable(this);
    m_table->hide();
    m_table->setFigures(m_data, hasRowPerSeries());
  }
  m_table->setGeometry(rect());
  m_table->setVisible(shown);
  setFocusProxy(shown ? m_table : nullptr);
  (shown ? static_cast<QWidget *>(m_table) : this)->setFocus(Qt::ShortcutFocusReason);
  update();
}

QRect Chart::plotRect() const { return rect().adjusted(0, headHeight, 0, 0); }

QList<KeyHelp> Chart::keyHelp() const {
  QList<KeyHelp> keys{{Qt::Key_Left, tr("Point before")},
                      {Qt::Key_Right, tr("Next point")},
                      {Qt::Key_Home, tr("First point")},
                      {Qt::Key_End, tr("Last point")}};
  if (m_leads)
    keys.append({Qt::Key_Return, tr("What is behind the point")});
  return keys;
}

void Chart::setLeads(bool leads) {
  m_leads = leads;
  setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

std::size_t Chart::neighbour(std::size_t point, int right, int) const {
  const auto last = qint64(pointCount()) - 1;
  return std::size_t(std::clamp<qint64>(qint64(point) + right, 0, last));
}

void Chart::moveBy(int right, int down) {
  if (m_point)
    readOut(neighbour(*m_point, right, down));
  else
    readOut(right < 0 ? pointCount() - 1 : 0);
}

void Chart::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape && leavesByEscape())
    return isTableShown() ? showTable(false) : readOut(std::nullopt);
  const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
  if (!isPlain || isTableShown() || m_data.isEmpty())
    return QWidget::keyPressEvent(event);
  switch (event->key()) {
  case Qt::Key_Left:
    return moveBy(-1, 0);
  case Qt::Key_Right:
    return moveBy(1, 0);
  case Qt::Key_Up:
  case Qt::Key_Down: {
    const int down = event->key() == Qt::Key_Down ? 1 : -1;
    if (!m_point || neighbour(*m_point, 0, down) == *m_point)
      break; // the page scrolls
    return moveBy(0, down);
  }
  case Qt::Key_Home:
    return readOut(0);
  case Qt::Key_End:
    return readOut(pointCount() - 1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (!m_leads || !m_point)
      break;
    Q_EMIT pointActivated(*m_point);
    return;
  default:
    break;
  }
  QWidget::keyPressEvent(event);
}

bool Chart::event(QEvent *event) {
  // Esc leaves what is open within the chart before the window hears of it.
  if (event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && leavesByEscape())
    event->accept();
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LocaleChange) {
    dataChanged();
    describe();
    update();
  }
  return QWidget::event(event);
}

void Chart::mouseMoveEvent(QMouseEvent *event) {
  if (!m_data.isEmpty())
    readOut(pointAt(event->pos()));
}

void Chart::mouseReleaseEvent(QMouseEvent *event) {
  const auto point = m_data.isEmpty() ? std::nullopt : pointAt(event->pos());
  if (m_leads && point && event->button() == Qt::LeftButton)
    Q_EMIT pointActivated(*point);
}

void Chart::leaveEvent(QEvent *) { readOut(std::nullopt); }

void Chart::focusOutEvent(QFocusEvent *event) {
  QWidget::focusOutEvent(event);
  if (!underMouse())
    readOut(std::nullopt);
  update();
}

void Chart::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  if (m_table)
    m_table->setGeometry(rect());
  dataChanged();
}

void Chart::paintHead(QPainter *painter, const QRect &line, const Theme &theme) const {
  auto head = m_point ? headOfPoint(m_data, *m_point, locale(), theme)
                      : headOfSeries(m_data, locale(), theme);
  drawChartHead(painter, line, head, theme);
}

void Chart::paintEvent(QPaintEvent *) {
  if (isTableShown())
    return;
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  if (m_data.isEmpty()) {
    painter.setFont(textFont(TextStyle::Body));
    painter.setPen(theme.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
  } else {
    paintHead(&painter, QRect(0, 0, width(), headHeight), theme);
    paintPlot(&painter, plotRect(), theme);
  }
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
    drawSurface(&painter, m_data.isEmpty() ? rect() : focusRect(), radius::control, Qt::transparent,
                theme.focus, width::focusRing);
}

QColor seriesColor(const ChartData &data, std::size_t series, const Theme &theme) {
  if (data.series[series].role != ChartRole::Main)
    return theme.muted;
  std::size_t main = 0;
  for (std::size_t i = 0; i < series; ++i)
    main += data.series[i].role == ChartRole::Main;
  return theme.chart[main % theme.chart.size()];
}

} // namespace tenantry::ui
