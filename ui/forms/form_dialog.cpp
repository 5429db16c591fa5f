// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_dialog.h"
#include "models/connection/when_done.h"
#include "ui/forms/field_words.h"
#include "ui/forms/form_view.h"
#include "ui/forms/restored_notice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int leastHeight = 240, roomAround = 64;
} // namespace

FormDialog::FormDialog(models::Connection &connection, models::DraftStore *drafts,
                       const models::FormAct &act, const FormWords &words,
                       const QList<FieldGroup> &fields, QWidget *window)
    : QDialog(window), m_connection(connection), m_drafts(drafts), m_key(act.key), m_words(words),
      m_form(connection, act, drafts), m_view(new FormView(m_form, fields)),
      m_restored(new RestoredNotice), m_state(new EmptyState), m_pages(new QStackedWidget),
      m_scroll(new ScrollPage(words.title)), m_reason(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_submit(makeButton(words.submit, ButtonVariant::Primary, words.iconName)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(words.title);
  setFixedWidth(words.width > 0 ? words.width : width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  addHead(layout);
  addBody(layout);
  addFoot(layout);
  connect(&m_form, &models::Form::changed, this, &FormDialog::showForm);
  connect(&m_form, &models::Form::saved, this, [this](const QString &record) {
    Q_EMIT saved(record);
    tellSaved();
    accept();
  });
  connect(&m_form, &models::Form::draftLost, this, [this] {
    Toast::present(parentWidget(),
                   {tr("What is typed here cannot be kept as a draft"),
                    tr("The folder for drafts cannot be written"), Tone::Danger},
                   height::statusBar);
  });
  m_form.load();
}

void FormDialog::addHead(QVBoxLayout *layout) {
  auto *head = new QVBoxLayout;
  head->setContentsMargins(space::x6, space::x5, space::x6, space::x3);
  head->setSpacing(space::x1);
  head->addWidget(new Label(m_words.title, TextStyle::Title));
  if (!m_words.about.isEmpty()) {
    auto *about = new ElidedLabel(TextStyle::Body, Tone::Text2);
    about->setText(m_words.about);
    head->addWidget(about);
  }
  layout->addLayout(head);
}

void FormDialog::addBody(QVBoxLayout *layout) {
  auto *content = new QWidget;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x6, space::x1, space::x6, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_restored);
  column->addWidget(m_view, 1);
  m_scroll->setWidget(content);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_pages->addWidget(m_scroll);
  m_pages->addWidget(m_state);
  m_pages->setMinimumHeight(leastHeight);
  layout->addWidget(m_pages, 1);
  connect(m_restored, &RestoredNotice::discardRequested, &m_form, &models::Form::discard);
  connect(m_state, &EmptyState::actionTriggered, &m_form, &models::Form::load);
}

void FormDialog::addFoot(QVBoxLayout *layout) {
  auto *row = new QHBoxLayout;
  row->setContentsMargins(space::x6, space::x3, space::x6, space::x4);
  row->setSpacing(space::x2);
  auto *cancel = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  cancel->setAutoDefault(false);
  m_reason->setWordWrap(true);
  m_submit->setDefault(true);
  row->addWidget(m_reason, 1);
  row->addWidget(cancel);
  row->addWidget(m_submit);
  layout->addWidget(new Separator);
  layout->addLayout(row);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_submit, &QPushButton::clicked, &m_form, &models::Form::save);
}

QPushButton *FormDialog::discarding() const {
  return m_restored->isHidden() ? nullptr : m_restored->button();
}

QString FormDialog::reason() const { return m_reason->text(); }

bool FormDialog::isSettled() const { return m_form.stage() != models::Form::Stage::Loading; }

void FormDialog::showForm() {
  using Stage = models::Form::Stage;
  const auto &refusal = m_form.refusal();
  m_restored->setVisible(m_form.wasRestored());
  if (m_form.stage() == Stage::Loading)
    m_state->showLoading();
  if (m_form.stage() == Stage::Failed)
    m_state->showMessage(EmptyState::Kind::Error, {tr("The record could not be loaded"),
                                                   saidWithReference(*refusal), tr("Try again")});
  const bool isThere = m_form.stage() != Stage::Loading && m_form.stage() != Stage::Failed;
  m_pages->setCurrentIndex(isThere ? 0 : 1);
  const auto obstacle = m_view->obstacle();
  setBlocked(m_submit, obstacle);
  const bool isRefused = isThere && refusal && obstacle.isEmpty();
  m_reason->setTone(isRefused ? Tone::Danger : Tone::Muted);
  m_reason->setText(isRefused ? mistakeText(*refusal) : obstacle);
  const bool isSaving = m_form.stage() == Stage::Saving;
  if (std::exchange(m_isSaving, isSaving) && m_form.stage() == Stage::Ready)
    QTimer::singleShot(0, this, &FormDialog::showTrouble);
  if (!isThere || m_isShown)
    return;
  m_isShown = true;
  // Once the fields have their texts they know how high they are.
  QTimer::singleShot(0, this, [this] {
    fit();
    m_view->focusFirst();
    Q_EMIT settled();
  });
}

/// It was not saved: to where somebody has to look.
void FormDialog::showTrouble() {
  auto *where = m_view->trouble();
  if (!where)
    return;
  where->setFocus();
  m_scroll->ensureWidgetVisible(where, 0, height::twoLineRow * 2);
}

/// As high as its fields, but never higher than the window.
void FormDialog::fit() {
  const auto *content = m_scroll->widget();
  const int wanted = height() - m_pages->height() +
                     (content->hasHeightForWidth() ? content->heightForWidth(width())
                                                   : content->sizeHint().height());
  const int most = (parentWidget() ? parentWidget()->height() : wanted) - roomAround;
  resize(width(), std::max(leastHeight, std::min(wanted, most)));
  if (parentWidget())
    move(parentWidget()->mapToGlobal(parentWidget()->rect().center()) - rect().center());
}

/// Ctrl+Enter saves from wherever one types.
void FormDialog::keyPressEvent(QKeyEvent *event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
    return m_submit->click();
  QDialog::keyPressEvent(event);
}

void FormDialog::done(int result) {
  if (result == QDialog::Rejected && m_form.isTyped())
    tellKept();
  QDialog::done(result);
}

void FormDialog::tellSaved() {
  ToastMessage message{m_words.done, m_words.about, Tone::Success};
  if (m_form.undoing()) {
    message.action = tr("Undo");
    message.shortcut = undoKeys();
  }
  auto *window = parentWidget();
  auto *toast = Toast::present(window, message, height::statusBar);
  connect(toast, &Toast::actionTriggered, window,
          [window, &connection = m_connection, undoing = m_form.undoing(), about = m_words.about] {
            models::whenDone(connection.work(undoing), window, [=](const Result<QString> &undone) {
              const ToastMessage outcome{undone ? tr("Undone; it is as it was")
                                                : said(undone.error()),
                                         about, undone ? Tone::Success : Tone::Danger};
              Toast::present(window, outcome, height::statusBar);
            });
          });
}

/// Leaving loses nothing; who means to lose it says so.
void FormDialog::tellKept() {
  if (!m_drafts || !parentWidget())
    return;
  auto *toast = Toast::present(parentWidget(),
                               {tr("Kept as a draft"), m_words.title, Tone::Info, tr("Discard")},
                               height::statusBar);
  connect(toast, &Toast::actionTriggered, toast,
          [drafts = m_drafts, key = m_key] { drafts->discard(key); });
}

} // namespace tenantry::ui
