// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallery_window.h"
#include "tests/ui/gallery/gallery_table.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/status_dot.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/usage_bar.h"
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QHBoxLayout *makeRow(QBoxLayout *parent, int spacing = space::x2) {
  auto *row = new QHBoxLayout;
  row->setSpacing(spacing);
  parent->addLayout(row);
  return row;
}

QLineEdit *makeEdit(const QString &text, Qt::Alignment alignment = Qt::AlignLeft) {
  auto *edit = new QLineEdit(text);
  edit->setAlignment(alignment | Qt::AlignVCenter);
  return edit;
}

} // namespace

GalleryWindow::GalleryWindow() : Surface(Kind::Subtle) {
  resize(1600, 1120);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, space::x4);
  layout->setSpacing(space::x3);
  auto *header = new SectionHeader(u"Gallery"_s, SectionHeader::Level::Pane);
  header->setFact(u"1,284 organizations"_s);
  header->addAction(makeButton(u"Export"_s, ButtonVariant::Secondary, u"download"_s));
  header->addAction(makeButton(u"New organization"_s, ButtonVariant::Primary, u"plus"_s));
  layout->addWidget(header);
  auto *busy = new ProgressLine;
  busy->setShare(0.4);
  layout->addWidget(busy);
  auto *columns = makeRow(layout, space::x3);
  columns->setContentsMargins(space::x4, 0, space::x4, 0);
  auto *left = new QVBoxLayout, *right = new QVBoxLayout;
  columns->addLayout(left, 5);
  columns->addLayout(right, 3);
  addTables(left);
  addStates(left);
  addButtons(right);
  addFields(right);
  addRecord(right);
  addSmallThings(right);
  addIcons(right);
  right->addStretch();
  Toast::present(
      this,
      {u"3 invoices held"_s, u"Billing run, Nov 2026"_s, Tone::Success, u"Undo"_s, u"Ctrl+Z"_s},
      height::statusBar);
}

void GalleryWindow::addButtons(QBoxLayout *layout) {
  auto *card = new Card(u"Buttons"_s, u"plain, disabled, compact"_s);
  auto *row = makeRow(card->body());
  row->addWidget(makeButton(u"Approve"_s, ButtonVariant::Primary, u"lock"_s));
  row->addWidget(makeButton(u"Export"_s, ButtonVariant::Secondary, u"download"_s));
  row->addWidget(makeButton(u"Dismiss"_s, ButtonVariant::Ghost));
  row->addWidget(makeButton(u"Oct 2026"_s, ButtonVariant::Menu, u"calendar"_s));
  row->addWidget(makeButton(u"Write off"_s, ButtonVariant::Danger));
  row->addWidget(makeIconButton(u"dots"_s, u"More"_s));
  row->addStretch();
  row = makeRow(card->body());
  for (const auto variant :
       {ButtonVariant::Primary, ButtonVariant::Secondary, ButtonVariant::Danger}) {
    auto *button = makeButton(u"Create"_s, variant, u"plus"_s);
    setBlocked(button, u"Needs finance"_s);
    row->addWidget(button);
  }
  auto *compact = makeButton(u"Compact"_s, ButtonVariant::Secondary);
  setCompact(compact);
  row->addWidget(compact);
  row->addStretch();
  layout->addWidget(card);
}

void GalleryWindow::addFields(QBoxLayout *layout) {
  auto *card = new Card(u"Fields"_s);
  auto *row = makeRow(card->body());
  auto *currency = new QComboBox;
  currency->addItems({u"USD"_s, u"EUR"_s});
  row->addWidget(new FormField(u"Currency"_s, currency));
  auto *amount = new FormField(u"Amount"_s, makeEdit(u"26,400.00"_s, Qt::AlignRight));
  amount->setError(u"At most $24,100.00, the total of INV-20871"_s);
  row->addWidget(amount, 1);
  row = makeRow(card->body());
  auto *note = makeEdit({});
  note->setPlaceholderText(u"Why, for the audit trail"_s);
  auto *hinted = new FormField(u"Internal note, optional"_s, note);
  hinted->setHint(u"Not shown to the customer"_s);
  row->addWidget(hinted, 1);
  auto *seats = new QSpinBox;
  seats->setRange(0, 5000);
  seats->setValue(365);
  row->addWidget(new FormField(u"Seats"_s, seats), 0, Qt::AlignTop);
  auto *day = new QDateEdit(QDate(2026, 11, 23));
  day->setCalendarPopup(true);
  row->addWidget(new FormField(u"From"_s, day), 0, Qt::AlignTop);
  row = makeRow(card->body());
  auto *send = new QCheckBox(u"Send"_s), *partly = new QCheckBox(u"Some"_s),
       *off = new QCheckBox(u"Off"_s);
  send->setChecked(true);
  partly->setCheckState(Qt::PartiallyChecked);
  off->setEnabled(false);
  auto *monthly = new QRadioButton(u"Monthly"_s), *annual = new QRadioButton(u"Annual"_s);
  annual->setChecked(true);
  for (QWidget *mark : std::initializer_list<QWidget *>{send, partly, off, monthly, annual})
    row->addWidget(mark);
  auto *disabled = makeEdit(u"Disabled"_s);
  disabled->setEnabled(false);
  row->addWidget(disabled, 1);
  auto *area = new QPlainTextEdit(u"Reply to Maeve Doyle"_s);
  area->setAccessibleName(u"Reply"_s);
  area->setFixedHeight(48);
  card->body()->addWidget(area);
  layout->addWidget(card);
}

void GalleryWindow::addRecord(QBoxLayout *layout) {
  auto *card = new Card(u"Subscription"_s, u"SUB-00412"_s);
  auto *figures = makeRow(card->body(), space::x4);
  auto *total = new KeyFigure(u"Total"_s);
  total->setFigure(u"$1,184,220.40"_s);
  total->setLine(u"+8.1% vs Oct"_s, Tone::Success);
  auto *renewal = new KeyFigure(u"Renewal"_s, KeyFigure::Size::Small);
  renewal->setFigure(u"02 Jan 2027"_s);
  renewal->setLine(u"in 40 days"_s, Tone::Warning);
  figures->addWidget(total);
  figures->addWidget(new Separator(Qt::Vertical));
  figures->addWidget(renewal);
  figures->addStretch();
  card->body()->addWidget(new FactRow(u"Net terms"_s, u"30 days, invoice"_s));
  for (const qint64 used : {4'000, 8'700, 13'000}) {
    auto *bar = new UsageBar;
    bar->setUsage(u"API calls"_s, used, 10'000);
    card->body()->addWidget(bar);
  }
  layout->addWidget(card);
}

void GalleryWindow::addSmallThings(QBoxLayout *layout) {
  auto *card = new Card(u"Badges, chips, tabs"_s);
  auto *row = makeRow(card->body());
  row->addWidget(new Avatar(u"Kestrel Bank"_s, 40, AvatarShape::Square));
  row->addWidget(new Avatar(u"Priya Raman"_s, 28, AvatarShape::Round));
  row->addWidget(new Avatar(u"Maeve Doyle"_s, 20, AvatarShape::Round));
  row->addWidget(new Badge(u"At risk"_s, Tone::Warning, BadgeKind::State));
  row->addWidget(new Badge(u"Held"_s, Tone::Danger, BadgeKind::State));
  row->addWidget(new Badge(u"Enterprise"_s, Tone::Violet));
  row->addWidget(new Badge(u"Business"_s, Tone::Info));
  row->addWidget(new Badge(u"Team"_s));
  row->addWidget(new Badge(u"Paid"_s, Tone::Success));
  row->addStretch();
  row = makeRow(card->body());
  row->addWidget(new SearchField(u"Filter organizations"_s));
  row->addWidget(new Chip(u"Status"_s, u"not churned"_s));
  row->addWidget(new Chip(u"Filter"_s));
  row->addStretch();
  auto *tabs = new QTabBar;
  tabs->setDrawBase(false);
  tabs->setExpanding(false);
  tabs->setUsesScrollButtons(false);
  for (const auto &tab : {u"Overview"_s, u"Team 310"_s, u"Usage"_s, u"Tickets 5"_s})
    tabs->addTab(tab);
  card->body()->addWidget(tabs);
  row = makeRow(card->body());
  row->addWidget(new StatusDot(Tone::Success));
  row->addWidget(new Label(u"Connected"_s, TextStyle::Meta, Tone::Text2));
  auto *progress = new QProgressBar;
  progress->setRange(0, 1284);
  progress->setValue(812);
  progress->setTextVisible(false);
  progress->setFixedSize(96, 16);
  row->addWidget(progress);
  row->addWidget(new Label(u"812 of 1,284"_s, TextStyle::Meta, Tone::Muted));
  row->addStretch();
  layout->addWidget(card);
}

void GalleryWindow::addTables(QBoxLayout *layout) {
  auto *organizations = new TableView(u"Organizations"_s, RowDensity::TwoLine);
  organizations->setModel(makeOrganizationRows(this));
  organizations->horizontalHeader()->setSortIndicatorShown(true);
  organizations->horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
  for (const auto &[column, widest] :
       std::initializer_list<std::pair<int, QString>>{{1, u"Enterprise"_s},
                                                      {2, u"$128,640"_s},
                                                      {3, u"+312.4%"_s},
                                                      {4, u"0000000"_s},
                                                      {5, u"00000 100"_s}})
    organizations->fitColumn(column, widest);
  organizations->selectRow(1);
  organizations->setFixedHeight(height::tableHeader + 7 * height::twoLineRow);
  layout->addWidget(organizations);
  auto *invoices = new TableView(u"Invoices"_s);
  invoices->setModel(makeInvoiceRows(this));
  invoices->setStretchColumn(2);
  for (const auto &[column, widest] :
       std::initializer_list<std::pair<int, QString>>{{0, {}},
                                                      {1, u"INV-21406"_s},
                                                      {4, u"412,360"_s},
                                                      {5, u"−$24,100.00"_s},
                                                      {6, u"$4,123.60"_s},
                                                      {7, u"−$24,100.00"_s},
                                                      {8, u"+312.4%"_s}})
    invoices->fitColumn(column, widest);
  invoices->fitDayColumn(3);
  invoices->selectRow(3);
  invoices->setFixedHeight(height::tableHeader + 5 * height::row);
  layout->addWidget(invoices);
}

void GalleryWindow::addStates(QBoxLayout *layout) {
  auto *grid = new QGridLayout;
  grid->setSpacing(space::x3);
  const std::pair<EmptyState::Kind, EmptyStateContent> states[] = {
      {EmptyState::Kind::Empty,
       {u"No accounts in dunning"_s,
        u"When a payment fails, the account shows up here with its next retry."_s,
        u"Read the retry policy"_s, u"board"_s}},
      {EmptyState::Kind::NoMatch,
       {u"Nothing matches “kestrl”"_s,
        u"Did you mean kestrel? Two filters are also on: plan, owner."_s, u"Clear filters"_s}},
      {EmptyState::Kind::Error,
       {u"Invoices could not be loaded"_s,
        u"The server did not answer within 10 s. Shown rows are from 10:22."_s, u"Try again"_s}},
      {EmptyState::Kind::Loading, {}}};
  int place = 0;
  for (const auto &[kind, content] : states) {
    auto *card = new Card;
    auto *state = new EmptyState;
    if (kind != EmptyState::Kind::Loading)
      state->showMessage(kind, content);
    card->body()->addWidget(state);
    grid->addWidget(card, place / 2, place % 2);
    ++place;
  }
  layout->addLayout(grid, 1);
}

void GalleryWindow::addIcons(QBoxLayout *layout) {
  auto *card = new Card(u"Icons"_s, u"16 px"_s);
  auto *grid = new QGridLayout;
  card->body()->addLayout(grid);
  int place = 0;
  for (const auto &file : QDir(u":/icons"_s).entryList()) {
    grid->addWidget(new IconView(file.chopped(4), iconSize::control, Tone::Text2), place / 22,
                    place % 22);
    ++place;
  }
  layout->addWidget(card);
}

} // namespace tenantry::ui
