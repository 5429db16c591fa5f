// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_card.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_tile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/skeleton.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int loadingHeight = 3 * height::twoLineRow;
}

HomeCard::HomeCard(const QString &title, QWidget *parent)
    : Card(title, {}, parent), m_rows(new QVBoxLayout),
      m_next(makeButton({}, ButtonVariant::Secondary)) {
  setBodyOutset(space::x2);
  m_rows->setSpacing(0);
  setCompact(m_next);
  body()->addLayout(m_rows);
  body()->addStretch();
  auto *foot = new QHBoxLayout;
  foot->setContentsMargins(space::x2, 0, space::x2, 0);
  foot->addWidget(m_next);
  foot->addStretch();
  body()->addLayout(foot);
  m_next->hide();
  auto *skeleton = new Skeleton;
  skeleton->setFixedHeight(loadingHeight);
  m_rows->addWidget(skeleton);
  connect(m_next, &QPushButton::clicked, this, [this] {
    if (m_state == State::Failed)
      Q_EMIT retryRequested();
    else
      Q_EMIT placeRequested(m_nextPlace);
  });
}

/// True where something else is to be said: what said it is gone. What says the same stays, for the
/// focus may be in it.
bool HomeCard::begin(State state, const QStringList &texts) {
  if (m_state == state && m_texts == texts)
    return false;
  m_state = state;
  m_texts = texts;
  clearLayout(m_rows);
  return true;
}

void HomeCard::end(const Step &next) {
  m_next->setText(next.text);
  m_next->setVisible(!next.text.isEmpty());
  m_nextPlace = next.place;
}

void HomeCard::showRows(const QList<LinkRow::Content> &rows, const Step &next) {
  QStringList texts;
  for (const auto &row : rows)
    texts.append(u"%1, %2, %3"_s.arg(row.text, row.detail, row.value));
  if (begin(State::Rows, texts))
    for (const auto &content : rows) {
      auto *row = new LinkRow(content);
      connect(row, &QAbstractButton::clicked, this,
              [this, place = content.place] { Q_EMIT placeRequested(place); });
      m_rows->addWidget(row);
    }
  end(next);
}

void HomeCard::addSentence(const QString &icon, Tone tone, const QString &sentence) {
  auto *line = new QWidget;
  auto *row = new QHBoxLayout(line);
  row->setContentsMargins(space::x2, space::x2, space::x2, space::x2);
  row->setSpacing(space::x3);
  auto *tile = new IconTile(IconTile::Size::Small);
  tile->set(icon, tone);
  row->addWidget(tile, 0, Qt::AlignTop);
  auto *text = new Label(sentence, TextStyle::Body, Tone::Text2);
  text->setWordWrap(true);
  row->addWidget(text, 1);
  m_rows->addWidget(line);
}

void HomeCard::showNothing(const QString &sentence, const Step &next) {
  if (begin(State::NothingToDo, {sentence}))
    addSentence(u"check"_s, Tone::Success, sentence);
  end(next);
}

void HomeCard::showError(const Error &error) {
  const auto sentence = u"%1 (%2)"_s.arg(said(error), error.code);
  if (begin(State::Failed, {sentence}))
    addSentence(u"alert-triangle"_s, Tone::Danger, sentence);
  end({tr("Try again"), {}});
}

} // namespace tenantry::ui
