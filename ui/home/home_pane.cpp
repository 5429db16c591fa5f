// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_pane.h"
#include "ui/home/figure_button.h"
#include "ui/home/figure_page.h"
#include "ui/home/home_words.h"
#include "ui/home/mrr_card.h"
#include "ui/lists/reading_notice.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QGridLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::HomeFigure;

namespace {

constexpr int roomForTwo = 720, roomOfFigure = 220;

} // namespace

HomePane::HomePane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : Pane(Kind::Subtle, parent), m_connection(connection),
      m_board(connection, work, models::homeFigures(connection.rights().groups)),
      m_header(new SectionHeader(tr("Home"), SectionHeader::Level::Pane)),
      m_toFigures(m_header->addCrumb()), m_pages(new QStackedWidget), m_empty(new EmptyState),
      m_scroll(new ScrollPage(tr("Home"))), m_rows(new FigurePage(connection, work, this)),
      m_stripGrid(new QGridLayout), m_grid(new QGridLayout) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto *head = new Surface(Kind::Canvas);
  auto *headRow = new QVBoxLayout(head);
  headRow->setContentsMargins(0, 0, 0, 0);
  headRow->addWidget(m_header);
  layout->addWidget(head);
  layout->addWidget(new Separator);
  auto *notice = new ReadingNotice(m_board.reading(), m_pages);
  layout->addWidget(notice);
  layout->addWidget(m_pages, 1);
  m_pages->addWidget(m_empty);
  m_scroll->setWidget(makeContent());
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_pages->addWidget(m_scroll);
  m_pages->addWidget(m_rows);
  connect(m_rows, &FigurePage::placeRequested, this, &Pane::placeRequested);
  connect(m_rows, &FigurePage::settled, this, &HomePane::reportSettled);
  connect(m_rows, &FigurePage::counted, this, &HomePane::showHeader);
  connect(m_toFigures, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested(home()); });
  m_header->addAction(m_rows->exporting()->button());
  addReview();
  connect(&m_board, &models::HomeBoard::changed, this, &HomePane::showFacts);
  connect(notice, &ReadingNotice::againRequested, &m_board, &models::HomeBoard::refresh);
  connect(m_empty, &EmptyState::actionTriggered, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::Error || m_board.reading().isStopped())
      m_board.refresh();
    else
      Q_EMIT placeRequested({Place::Kind::Organizations, {}, {}, {}});
  });
  showState();
}

/// The one primary button: for those who issue invoices, others are told so.
void HomePane::addReview() {
  m_review = makeButton(tr("Review the run"), ButtonVariant::Primary, u"calendar"_s);
  m_header->addAction(m_review);
  addAction(new ButtonAction(m_review, icon(u"calendar"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_R));
  if (const auto &rights = m_connection.rights(); !rights.mayIssue)
    setBlocked(m_review,
               notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s}));
  connect(m_review, &QPushButton::clicked, this, [this] {
    const auto &facts = m_board.facts();
    Q_EMIT placeRequested(
        {Place::Kind::Billing,
         {},
         {},
         facts.has(HomeFigure::Run) ? std::optional(facts.runDay) : std::nullopt});
  });
}

QWidget *HomePane::makeStrip() {
  auto *strip = new Card;
  strip->setAccessibleName(tr("Figures"));
  strip->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  strip->setBodyOutset(space::x3);
  m_stripGrid->setSpacing(space::x1);
  for (const auto kind : m_board.figures()) {
    if (kind == HomeFigure::Organizations)
      continue;
    auto *button = new FigureButton(captionOf(kind), strip); // arranged once there is a width
    connect(button, &FigureButton::placeRequested, this, &Pane::placeRequested);
    m_figures.emplace(kind, button);
  }
  strip->body()->addLayout(m_stripGrid);
  return strip;
}

/// As many figures side by side as have room, in rows as long as each other.
void HomePane::arrangeStrip() {
  while (m_stripGrid->count() > 0)
    delete m_stripGrid->takeAt(0);
  const int count = int(m_figures.size());
  const int most = std::clamp((width() - 2 * space::x4) / roomOfFigure, 1, count);
  const int rows = (count + most - 1) / most, columns = (count + rows - 1) / rows;
  int place = 0;
  for (const auto kind : m_board.figures())
    if (auto *button = figure(kind)) {
      m_stripGrid->addWidget(button, place / columns, place % columns);
      ++place;
    }
  for (int column = 0; column < m_stripGrid->columnCount(); ++column)
    m_stripGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

QWidget *HomePane::makeContent() {
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  m_strip = makeStrip();
  column->addWidget(m_strip);
  addCards(content);
  m_grid->setSpacing(space::x3);
  column->addLayout(m_grid);
  column->addStretch();
  return content;
}

void HomePane::addCards(QWidget *content) {
  if (m_board.figures().contains(HomeFigure::Mrr))
    m_mrr = new MrrCard(content);
  if (m_mrr)
    connect(m_mrr, &MrrCard::placeRequested, this, &Pane::placeRequested);
  for (const auto kind : m_board.figures()) {
    if (cardTitle(kind).isEmpty())
      continue;
    auto *card = new HomeCard(cardTitle(kind), content);
    connect(card, &HomeCard::placeRequested, this, &Pane::placeRequested);
    connect(card, &HomeCard::retryRequested, &m_board, &models::HomeBoard::refresh);
    m_cards.emplace(kind, card);
  }
}

/// Two columns where there is room.
void HomePane::arrange() {
  while (m_grid->count() > 0)
    delete m_grid->takeAt(0);
  QList<QWidget *> shown;
  if (m_mrr)
    shown.append(m_mrr);
  for (const auto kind : m_board.figures())
    if (auto *one = card(kind))
      shown.append(one);
  arrangeStrip();
  const int columns = width() < roomForTwo ? 1 : 2;
  int place = 0;
  for (auto *widget : std::as_const(shown)) {
    m_grid->addWidget(widget, place / columns, place % columns);
    ++place;
  }
  m_grid->setColumnStretch(0, 1);
  m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

QString HomePane::title() const { return tr("Home"); }

QString HomePane::heading() const { return m_isInFull ? m_rows->heading() : title(); }

std::optional<Place> HomePane::outermost() const {
  return m_isInFull ? std::optional(home()) : std::nullopt;
}

bool HomePane::holds(const Place &place) const { return place.kind == Place::Kind::Home; }

void HomePane::open(const Place &place) {
  const auto wanted = figurePlaceOf(place);
  m_isInFull = wanted.has_value();
  if (wanted)
    m_rows->show(*wanted);
  showFacts();
  if (!wanted)
    m_scroll->ensureVisible(0, 0);
}

void HomePane::reload() {
  m_board.refresh();
  if (m_isInFull)
    m_rows->reload();
}

bool HomePane::stepBack() {
  using Reach = models::StoppableReading::Reach;
  // To whoever waits, rows and the figures beside them are one, though they begin one after the
  // other.
  const bool withRows = m_isInFull && m_rows->rows().isFetchingLong();
  const bool isStopped = m_board.stop(withRows ? Reach::All : Reach::Noticed);
  if (!m_isInFull)
    return isStopped;
  if (m_rows->stepUp())
    return true;
  m_toFigures->click();
  return true;
}

void HomePane::keepIn(ListMemory &memory) { m_rows->keepIn(memory); }

QList<QWidget *> HomePane::areas() {
  if (m_isInFull)
    return m_rows->areas();
  QList<QWidget *> areas;
  if (m_strip->isVisible())
    areas.append(m_strip);
  if (m_mrr && m_mrr->isVisible())
    areas.append(m_mrr);
  for (const auto kind : m_board.figures())
    if (auto *one = card(kind); one && one->isVisible())
      areas.append(one);
  return areas.isEmpty() ? QList<QWidget *>{this} : areas;
}

FigureButton *HomePane::figure(HomeFigure figure) const {
  const auto found = m_figures.find(figure);
  return found == m_figures.end() ? nullptr : found->second;
}

HomeCard *HomePane::card(HomeFigure figure) const {
  const auto found = m_cards.find(figure);
  return found == m_cards.end() ? nullptr : found->second;
}

bool HomePane::isSettled() const {
  if (m_isInFull)
    return m_rows->isSettled();
  const auto *preview = m_board.preview();
  return !m_board.isFetching() && m_board.facts().has(HomeFigure::Organizations) &&
         (!preview || preview->state() != models::BillingPreview::State::Running);
}

Zone HomePane::zone() const { return m_connection.zone(); }

void HomePane::showFacts() {
  const auto &facts = m_board.facts();
  for (const auto &[kind, button] : m_figures)
    button->show(figureOf(kind, m_board, zone(), locale()));
  for (const auto &[kind, one] : m_cards)
    fillCard(one, kind, facts, zone(), locale());
  if (m_mrr && facts.has(HomeFigure::Mrr))
    m_mrr->show(facts, formatAsOf(facts.readAt.at(HomeFigure::Mrr), zone(), locale()));
  showHeader();
  if (const auto &run = m_board.run())
    Q_EMIT runCounted(run->findings.waiting());
  showState();
  reportSettled();
}

void HomePane::showHeader() {
  const auto &facts = m_board.facts();
  m_header->setCrumb(m_toFigures, m_isInFull ? title() : QString(), Qt::Key_Escape);
  m_header->setTitle(heading());
  m_header->setFact(m_isInFull ? m_rows->fact()
                    : facts.readAt.empty()
                        ? QString()
                        : tr("as of %1").arg(formatInstant(facts.oldestRead(), zone(), locale())));
  m_rows->exporting()->button()->setVisible(m_isInFull);
  m_review->setVisible(!m_isInFull);
}

void HomePane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

/// Loading until the first figure comes, an error where none could be read, and a book without
/// anybody in it.
void HomePane::showState() {
  if (m_isInFull)
    return m_pages->setCurrentWidget(m_rows);
  const auto &facts = m_board.facts();
  const auto count =
      std::accumulate(facts.organizations.begin(), facts.organizations.end(), std::int64_t(0),
                      [](std::int64_t sum, const auto &status) { return sum + status.second; });
  const bool isEmpty = facts.has(HomeFigure::Organizations) && count == 0;
  if (!facts.readAt.empty() && !isEmpty)
    return m_pages->setCurrentWidget(m_scroll);
  if (isEmpty)
    m_empty->showMessage(EmptyState::Kind::Empty,
                         {tr("The book is empty"),
                          tr("Figures come with the first customers: import them in "
                             "Organizations."),
                          tr("To the organizations"), u"home"_s});
  else if (m_board.reading().isStopped())
    m_empty->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
  else if (!facts.errors.empty())
    m_empty->showMessage(
        EmptyState::Kind::Error,
        {tr("The figures could not be read"), said(facts.errors.begin()->second), tr("Try again")});
  else
    m_empty->showLoading();
  m_pages->setCurrentWidget(m_empty);
}

void HomePane::showEvent(QShowEvent *event) {
  Pane::showEvent(event);
  m_board.setLooking(true);
}

void HomePane::hideEvent(QHideEvent *event) {
  Pane::hideEvent(event);
  m_board.setLooking(false);
}

void HomePane::resizeEvent(QResizeEvent *event) {
  Pane::resizeEvent(event);
  arrange();
}

} // namespace tenantry::ui
