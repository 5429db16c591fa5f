// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/form.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto newsPause = 200ms, draftPause = 400ms;
constexpr int mostTries = 5;
} // namespace

Form::Form(Connection &connection, FormAct act, DraftStore *drafts, QObject *parent)
    : QObject(parent), m_connection(connection), m_act(std::move(act)), m_drafts(drafts) {
  for (auto *pause : {&m_newsPause, &m_draftPause})
    pause->setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_draftPause.setInterval(draftPause);
  m_newsPause.callOnTimeout(this, &Form::reload);
  m_draftPause.callOnTimeout(this, &Form::keepDraft);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &organizations) {
            if (m_act.organization && organizations.contains(*m_act.organization) &&
                !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, &Form::reload);
  connect(&m_connection, &Connection::connectedChanged, this, &Form::changed);
}

Form::~Form() {
  if (m_draftPause.isActive())
    keepDraft();
}

/// The draft first: it is put in when the record comes.
void Form::load() {
  m_stage = Stage::Loading;
  m_refusal.reset();
  reload();
  Q_EMIT changed();
}

void Form::reload() {
  if (m_isReading || m_stage == Stage::Saved)
    return;
  m_isReading = true;
  whenDone(m_connection.read(
               [read = m_act.read](store::Session &session, business::AppliedBusiness &business) {
                 return read(session, business);
               }),
           this, [this](const Result<StoredValues> &stored) {
             m_isReading = false;
             takeStored(stored);
           });
}

void Form::takeStored(const Result<StoredValues> &stored) {
  const bool isFirst = !m_isRead, writesNext = std::exchange(m_writesNext, false);
  if (!stored) {
    // What stands in the form stays; that news cannot be read says the window.
    if (isFirst || writesNext) {
      m_refusal = stored.error();
      m_stage = isFirst ? Stage::Failed : Stage::Ready;
    }
    Q_EMIT changed();
    return;
  }
  m_isRead = true;
  m_revision = stored->revision;
  m_choices = stored->choices;
  m_fixed = stored->fixed;
  if (isFirst)
    return begin(stored->values);
  if (!isNew())
    m_state.take(stored->values);
  check();
  if (writesNext)
    return write();
  Q_EMIT changed();
}

/// What was typed the last time comes on top of what is stored.
void Form::begin(const FormValues &stored) {
  m_state = FormState(stored);
  const auto show = [this] {
    m_stage = Stage::Ready;
    check();
    Q_EMIT changed();
  };
  if (!m_drafts)
    return show();
  whenDone(m_drafts->read(m_act.key), this, [this, show](const Draft &draft) {
    m_state.restore(draft);
    m_wasRestored = isTyped();
    show();
  });
}

void Form::type(const QString &field, const QString &text) {
  if (m_state.typed().value(field) == text)
    return;
  m_state.type(field, text);
  m_refusedFields.remove(field);
  touch();
}

void Form::keepMine(const QString &field) {
  m_state.keepMine(field);
  touch();
}

void Form::takeTheirs(const QString &field) {
  m_state.takeTheirs(field);
  touch();
}

void Form::touch() {
  m_refusal.reset();
  check();
  if (m_drafts &&
      !m_draftPause.isActive()) // not begun anew: within a second also of whoever types on
    m_draftPause.start();
  Q_EMIT changed();
}

void Form::keepDraft() {
  m_draftPause.stop();
  if (!m_drafts)
    return;
  const auto written = m_state.written();
  if (written.isEmpty()) {
    m_drafts->discard(m_act.key);
    return;
  }
  whenDone(m_drafts->keep(m_act.key, written), this, [this](bool isKept) {
    if (!isKept && !std::exchange(m_isDraftLost, true))
      Q_EMIT draftLost();
  });
}

void Form::discard() {
  m_state = FormState(m_state.stored());
  m_wasRestored = false;
  m_refusedFields.clear();
  m_refusal.reset();
  check();
  keepDraft();
  Q_EMIT changed();
}

void Form::check() {
  m_mistakes = m_act.mistakes(m_state.typed(), isNew() ? FormValues() : m_state.stored());
}

const Error *Form::mistakeOf(const QString &field) const {
  for (const auto &mistake : m_mistakes)
    if (mistake.place.field == field)
      return &mistake;
  const auto refused = m_refusedFields.find(field);
  return refused == m_refusedFields.end() ? nullptr : &*refused;
}

void Form::save() {
  if (m_stage != Stage::Ready)
    return;
  m_refusal.reset();
  m_triesLeft = mostTries;
  write();
}

/// Over what others save at the same moment it is tried again, unless it is the same field.
void Form::write() {
  if (!m_mistakes.empty() || !m_state.differences().isEmpty()) {
    m_stage = Stage::Ready;
    Q_EMIT changed();
    return;
  }
  --m_triesLeft;
  m_stage = Stage::Saving;
  Q_EMIT changed();
  whenDone(m_connection.work([act = m_act, state = m_state, revision = m_revision](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<Saved> {
    TENANTRY_TRY(record, act.write(session, business, state, revision));
    Saved saved{record};
    if (act.isNew)
      return saved;
    // What somebody has written over it meanwhile is not undone; else it is saved all
    // the same.
    if (auto stored = act.read(session, business); stored && stored->revision == revision + 1)
      saved.stored = std::move(*stored);
    return saved;
  }),
           this, [this](const Result<Saved> &written) { takeWritten(written); });
}

/// Over the revision that saving made.
Form::Undoing Form::undoingOf(const StoredValues &saved) const {
  FormState state(saved.values);
  for (const auto &field : m_state.changes().keys())
    state.type(field, m_state.stored().value(field));
  return [write = m_act.write, state,
          revision = saved.revision](store::Session &session, business::AppliedBusiness &business) {
    return write(session, business, state, revision);
  };
}

void Form::takeWritten(const Result<Saved> &written) {
  if (written) {
    if (written->stored)
      m_undoing = undoingOf(*written->stored);
    m_stage = Stage::Saved;
    m_draftPause.stop();
    if (m_drafts)
      m_drafts->discard(m_act.key);
    Q_EMIT changed();
    Q_EMIT saved(written->record);
    return;
  }
  const auto &error = written.error();
  if (error.code == m_act.stale && m_triesLeft > 0) {
    m_writesNext = true;
    return reload();
  }
  m_stage = Stage::Ready;
  if (m_state.typed().contains(error.place.field))
    m_refusedFields.insert(error.place.field, error);
  else
    m_refusal = error;
  Q_EMIT changed();
}

} // namespace tenantry::models
