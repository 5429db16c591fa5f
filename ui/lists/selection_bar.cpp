// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/selection_bar.h"
#include "ui/lists/list_words.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::PagedListModel;
using Reach = models::RowSelection::Reach;

namespace {
constexpr qsizetype mostSummed = 1'000; ///< rows: more are not counted one by one at each click
constexpr std::size_t mostCurrencies = 2;
} // namespace

SelectionBar::SelectionBar(models::RowSelection &selection, PagedListModel &list)
    : m_selection(selection), m_list(list),
      m_text(new ElidedLabel(TextStyle::BodyStrong, Tone::Text)),
      m_sum(new Label({}, TextStyle::Body, Tone::Text2)),
      m_choice(makeButton({}, ButtonVariant::Ghost)), m_row(new QHBoxLayout(this)) {
  setFixedHeight(height::topBar);
  m_row->setContentsMargins(space::x4, 0, space::x2, 0);
  m_row->setSpacing(space::x2);
  auto *end = makeIconButton(u"x"_s, tr("End the selection"), ButtonVariant::Ghost);
  setCompact(m_choice);
  setCompact(end);
  m_row->addWidget(m_text);
  m_row->addWidget(m_sum);
  m_row->addWidget(m_choice);
  m_row->addStretch();
  m_row->addWidget(end);
  connect(end, &QPushButton::clicked, this, &SelectionBar::endRequested);
  connect(m_choice, &QPushButton::clicked, this, &SelectionBar::choose);
  connect(&m_selection, &models::RowSelection::chosenChanged, this, [this] {
    m_isPage = false;
    showSelection();
  });
  connect(&m_list, &PagedListModel::countChanged, this, &SelectionBar::showSelection);
  connect(&m_list, &PagedListModel::pageShown, this, &SelectionBar::showSelection);
  showSelection();
}

void SelectionBar::addAction(QWidget *action) { m_row->insertWidget(m_row->count() - 1, action); }

void SelectionBar::setSummed(int column) {
  m_summed = column;
  showSelection();
}

QString SelectionBar::text() const { return m_text->text(); }

/// Only of rows that are all in memory: what is not seen cannot be added up.
QString SelectionBar::sum() const {
  const auto rows = m_selection.keys().size();
  if (m_summed < 0 || m_selection.reach() != Reach::Rows || rows > mostSummed)
    return {};
  const auto selected = m_selection.selectedRows(m_summed);
  if (selected.size() != rows)
    return {};
  std::map<Currency, std::int64_t> sums;
  bool isWhole = true; // in units, as the column is
  for (const auto &row : selected)
    if (const auto value = row.data(MoneyRole); value.isValid()) {
      const auto amount = value.value<Money>();
      sums[amount.currency()] += amount.minor();
      isWhole = isWhole && row.data(HideMinorUnitsRole).toBool();
    }
  if (sums.size() > mostCurrencies)
    return {};
  QStringList texts;
  for (const auto &[currency, amount] : sums)
    texts +=
        formatMoney({amount, currency}, locale(), isWhole ? MinorUnits::Hidden : MinorUnits::Shown);
  return texts.join(u", "_s);
}

/// Every row that matches is selected one by one, or which match is not known.
bool SelectionBar::isEverything() const {
  return m_list.isOutdated() ||
         (m_list.isComplete() && m_selection.keys().size() >= m_list.rowCount());
}

void SelectionBar::selectAll(int firstShown, int lastShown) {
  const bool isNext = m_isPage && m_selection.reach() == Reach::Rows && !isEverything();
  m_firstShown = firstShown;
  m_lastShown = lastShown;
  if (isNext)
    m_selection.selectAllMatching();
  else
    selectPage(firstShown, lastShown);
}

void SelectionBar::choose() {
  if (m_selection.reach() == Reach::Rows)
    m_selection.selectAllMatching();
  else
    selectPage(m_firstShown, m_lastShown);
}

void SelectionBar::selectPage(int firstShown, int lastShown) {
  constexpr int page = PagedListModel::pageSize;
  const int first = firstShown / page * page;
  const int last = std::min((lastShown / page + 1) * page, m_list.rowCount()) - 1;
  m_selection.selectOnly(first, last);
  m_isPage = true;
  showSelection();
}

void SelectionBar::showSelection() {
  const bool isAll = m_selection.reach() == Reach::AllMatching;
  setVisible(isAll || m_selection.count() > 1);
  m_text->setText(words());
  m_text->setAccessibleName(words());
  showSum();
  m_choice->setText(isAll ? tr("This page only")
                          : tr("All %1 that match").arg(countText(m_list, locale())));
  m_choice->setVisible(isAll || !isEverything());
}

void SelectionBar::showSum() {
  const auto text = isVisibleTo(parentWidget()) ? sum() : QString();
  m_sum->setText(text);
  arrange();
  explainFigure(m_sum, text.isEmpty() ? QString() : tr("The sum of the selected rows."),
                text.isEmpty() ? QString() : formatAsOf(m_list.readAt(), m_list.zone(), locale()));
}

void SelectionBar::arrange() {
  const auto margins = m_row->contentsMargins();
  int wanted = margins.left() + margins.right() + m_sum->sizeHint().width();
  for (int i = 0; i < m_row->count(); ++i)
    if (auto *part = m_row->itemAt(i)->widget(); part && part != m_sum && !part->isHidden())
      wanted += m_row->spacing() +
                (part == m_text ? m_text->sizeHint() : part->minimumSizeHint()).width();
  m_sum->setVisible(!m_sum->text().isEmpty() && wanted + m_row->spacing() <= width());
}

void SelectionBar::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  arrange();
}

/// What is in it may have changed: a button its text, or whether it is shown.
bool SelectionBar::event(QEvent *event) {
  if (event->type() == QEvent::LayoutRequest)
    arrange();
  return QWidget::event(event);
}

QString SelectionBar::words() const {
  const int rows = int(m_selection.keys().size());
  if (m_selection.reach() == Reach::AllMatching) {
    const auto all = tr("All %1 that match are selected").arg(countText(m_list, locale()));
    return rows == 0 ? all : tr("%1, but %n", nullptr, rows).arg(all);
  }
  const auto some = m_isPage && !isEverything() ? tr("This page: %n selected", nullptr, rows)
                                                : tr("%n selected", nullptr, rows);
  return m_selection.isCutShort() ? tr("%1; a range ends where rows are not loaded").arg(some)
                                  : some;
}

void SelectionBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  painter.fillRect(rect(), theme.selected);
  painter.fillRect(0, 0, width(), 1, theme.border);
}

} // namespace tenantry::ui
