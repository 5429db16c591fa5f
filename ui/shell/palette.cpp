// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"
#include "ui/shell/palette_delegate.h"
#include "ui/shell/palette_hints.h"
#include "ui/shell/place.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::PaletteEntry;

namespace {

constexpr int top = 104, fieldHeight = 56, mostListHeight = 458, stateHeight = 236, shadow = 28;

bool isLink(const QString &text) {
  return text.trimmed().startsWith(u"tenantry:"_s, Qt::CaseInsensitive);
}

/// A link is a place to go to; one that leads nowhere says so.
PaletteEntry linkEntry(const QString &text) {
  const auto place = Place::parse(text);
  PaletteEntry entry;
  entry.kind = PaletteEntry::Kind::Place;
  entry.key = place ? place->link() : QString();
  entry.text = text.trimmed();
  entry.iconName = u"external-link"_s;
  entry.isEnabled = place.has_value();
  if (!place)
    entry.detail = said(place.error());
  return entry;
}

} // namespace

Palette::Palette(models::Connection &connection, QWidget *window)
    : QWidget(window), m_clock(connection.clock()), m_model(connection),
      m_field(new QLineEdit(this)), m_list(new QListView), m_state(new EmptyState),
      m_body(new QWidget(this)), m_pages(new QStackedLayout(m_body)),
      m_hints(new PaletteHints(this)) {
  setAccessibleName(tr("Search"));
  m_pages->addWidget(m_list);
  m_pages->addWidget(m_state);
  setUpField();
  setUpList();
  connect(&m_model, &models::PaletteModel::changed, this, &Palette::showRows);
  connect(m_state, &EmptyState::actionTriggered, &m_model, &models::PaletteModel::retry);
  window->installEventFilter(this);
  hide();
}

void Palette::setUpField() {
  QFont font = textFont(TextStyle::Body);
  font.setPixelSize(16);
  m_field->setFont(font);
  m_field->setFrame(false);
  m_field->setPlaceholderText(tr("Search organizations, people, invoices and actions"));
  m_field->setAccessibleName(m_field->placeholderText());
  m_field->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, &Palette::takeText);
}

void Palette::setUpList() {
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new PaletteDelegate(m_list));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setAccessibleName(tr("Found"));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->viewport()->setAutoFillBackground(false);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
    choose(index, QApplication::keyboardModifiers() & Qt::ControlModifier);
  });
}

void Palette::open(const std::vector<PaletteEntry> &offers, const QString &query) {
  if (isHidden())
    m_focusBefore = QApplication::focusWidget();
  m_offers = offers;
  m_current.reset();
  m_field->setText(query);
  takeText(query);
  arrange();
  show();
  raise();
  m_field->setFocus(Qt::OtherFocusReason);
  m_field->deselect();
}

void Palette::dismiss() {
  if (isHidden())
    return;
  hide();
  m_model.reset();
  if (m_focusBefore)
    m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Palette::takeText(const QString &text) {
  m_asked = m_clock.now();
  m_current.reset();
  m_model.setOffers(isLink(text) ? std::vector{linkEntry(text)} : m_offers);
  m_model.setQuery(isLink(text) ? text.trimmed() : text);
}

void Palette::showRows() {
  if (m_model.rowCount() == 0)
    showNoRows();
  else
    m_pages->setCurrentWidget(m_list);
  const int kept = m_current ? m_model.rowOf(*m_current) : -1;
  makeCurrent(kept >= 0 ? kept : m_model.firstHit());
  if (m_model.error())
    m_hints->setOutcome(tr("Records could not be searched: %1").arg(said(*m_model.error())), true);
  else
    m_hints->setOutcome(outcome(), false);
  arrange();
}

QString Palette::outcome() {
  if (m_model.isSearching())
    return tr("Searching…");
  if (m_asked)
    m_took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - *m_asked);
  m_asked.reset();
  return tr("%n result(s) in %1", nullptr, m_model.hitCount())
      .arg(m_took.count() < 1 ? tr("< 1 ms")
                              : tr("%1 ms").arg(formatNumber(m_took.count(), locale())));
}

void Palette::showNoRows() {
  m_pages->setCurrentWidget(m_state);
  if (m_model.error())
    m_state->showMessage(EmptyState::Kind::Error,
                         {tr("Records could not be searched"), saidWithReference(*m_model.error()),
                          tr("Try again")});
  else if (m_model.isSearching())
    m_state->showLoading();
  else
    m_state->showMessage(EmptyState::Kind::NoMatch,
                         {tr("Nothing matches “%1”").arg(m_model.query().simplified().left(40)),
                          tr("Try part of a name, an e-mail address, a customer number or an "
                             "invoice number."),
                          {}});
}

QRect Palette::panel() const {
  int list = 0;
  for (int row = 0; row < m_model.rowCount() && list < mostListHeight; ++row)
    list += m_list->sizeHintForRow(row);
  list = m_model.rowCount() == 0 ? stateHeight : std::min(list + 2 * space::x1, mostListHeight);
  const int wide = std::min(width::palette, QWidget::width() - 2 * space::x4);
  const int free = QWidget::height() - top - space::x8 - fieldHeight - PaletteHints::high - 2;
  return {(QWidget::width() - wide) / 2, top, wide,
          fieldHeight + 1 + std::max(std::min(list, free), height::row) + PaletteHints::high + 1};
}

void Palette::arrange() {
  setGeometry(parentWidget()->rect());
  const QRect area = panel().adjusted(1, 1, -1, -1);
  m_field->setGeometry(QStyle::visualRect(
      layoutDirection(), area, QRect(area.left() + 43, area.top() + 7, area.width() - 128, 40)));
  m_hints->setGeometry(area.left(), area.bottom() + 1 - PaletteHints::high, area.width(),
                       PaletteHints::high);
  m_body->setGeometry(area.left(), area.top() + fieldHeight, area.width(),
                      area.height() - fieldHeight - PaletteHints::high);
  update();
}

void Palette::makeCurrent(int row) {
  const auto index = row < 0 ? QModelIndex() : m_model.index(row);
  m_list->setCurrentIndex(index);
  if (!index.isValid())
    return;
  m_list->scrollTo(row == m_model.firstHit() ? m_model.index(0) : index);
  // The focus stays in the field; readers follow the row.
  QAccessibleEvent focus(m_list, QAccessible::Focus);
  focus.setChild(row);
  QAccessible::updateAccessibility(&focus);
}

/// Over heads of groups and what is not for this login, round the ends.
void Palette::step(int by) {
  const int count = m_model.rowCount();
  int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (by > 0 ? -1 : 0);
  for (int tried = 0; tried < count; ++tried) {
    row = (row + by + count) % count;
    if (!(m_model.flags(m_model.index(row)) & Qt::ItemIsEnabled))
      continue;
    m_current = m_model.index(row).data(models::PaletteHitRole).value<models::PaletteHit>().entry;
    return makeCurrent(row);
  }
}

void Palette::choose(const QModelIndex &index, bool inOwnWindow) {
  if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
    return;
  const auto entry = index.data(models::PaletteHitRole).value<models::PaletteHit>().entry;
  dismiss();
  Q_EMIT chosen(entry, inOwnWindow);
}

bool Palette::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  switch (key) {
  case Qt::Key_Up:
    return step(-1), true;
  case Qt::Key_Down:
    return step(1), true;
  case Qt::Key_Tab:
  case Qt::Key_Backtab: // there is nothing to tab to
    return true;
  case Qt::Key_PageUp:
  case Qt::Key_PageDown:
    for (int i = 0; i < 5; ++i)
      step(key == Qt::Key_PageUp ? -1 : 1);
    return true;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return choose(m_list->currentIndex(), modifiers & Qt::ControlModifier), true;
  case Qt::Key_Escape:
    return dismiss(), true;
  case Qt::Key_K:
    if (modifiers == Qt::ControlModifier)
      return dismiss(), true;
    return false;
  default:
    return false;
  }
}

bool Palette::eventFilter(QObject *watched, QEvent *event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
    arrange();
  if (watched != m_field)
    return QWidget::eventFilter(watched, event);
  // The window's own shortcuts rest while this is open.
  if (event->type() == QEvent::ShortcutOverride)
    return event->accept(), true;
  if (event->type() == QEvent::KeyPress) {
    const auto *press = static_cast<QKeyEvent *>(event);
    return handleKey(press->key(), press->modifiers());
  }
  return QWidget::eventFilter(watched, event);
}

void Palette::mousePressEvent(QMouseEvent *event) {
  if (!panel().contains(event->position().toPoint()))
    dismiss();
}

void Palette::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  const QRect area = panel();
  painter.fillRect(rect(), theme.scrim);
  drawShadow(&painter, area, radius::overlay, shadow, theme);
  drawSurface(&painter, area, radius::overlay, theme.raised, theme.borderStrong);
  drawIcon(&painter, u"search"_s,
           placed(painter, area,
                  QRect(area.left() + 18, area.top() + 20, iconSize::control, iconSize::control)),
           theme.muted);
  const int wide = keyCapsWidth(tr("Esc"));
  const QRect key(area.right() - 14 - wide, area.top(), wide, fieldHeight);
  drawKeyCaps(&painter, placed(painter, area, key).left() + wide, area.top() + fieldHeight / 2,
              tr("Esc"), theme);
  painter.fillRect(area.left() + 1, area.top() + fieldHeight, area.width() - 2, 1, theme.border);
}

} // namespace tenantry::ui
