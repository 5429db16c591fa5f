// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/selection_bar.h"
#include "ui/lists/list_words.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::PagedListModel;
using Reach = models::RowSelection::Reach;

SelectionBar::SelectionBar(models::RowSelection &selection, PagedListModel &list)
    : m_selection(selection), m_list(list),
      m_text(new ElidedLabel(TextStyle::BodyStrong, Tone::Text)),
      m_choice(makeButton({}, ButtonVariant::Ghost)), m_row(new QHBoxLayout(this)) {
  setFixedHeight(height::filterBar);
  m_row->setContentsMargins(space::x4, 0, space::x2, 0);
  m_row->setSpacing(space::x2);
  auto *end = makeIconButton(u"x"_s, tr("End the selection"), ButtonVariant::Ghost);
  setCompact(m_choice);
  setCompact(end);
  m_row->addWidget(m_text);
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

QString SelectionBar::text() const { return m_text->text(); }

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
  m_choice->setText(isAll ? tr("This page only")
                          : tr("All %1 that match").arg(countText(m_list, locale())));
  m_choice->setVisible(isAll || !isEverything());
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
