import { Crosshair } from 'lucide-react';
import type { Member, Post } from '../../domain';
import { useFormat } from '../../i18n';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { Button, Select, TextField } from '../../ui';
import { RecordForm, type RecordFormProps } from './RecordForm';

export interface PostFormProps extends Pick<RecordFormProps, 'onClose'> {
  readonly isNew: boolean;
  readonly post: Post;
  readonly members: readonly Member[];
  readonly onPost: (post: Post) => void;
  readonly onMove: () => void;
  readonly onSave: (post: Post) => Promise<string | null>;
}

/** Whose post it is, what it is called, where it is and how it is reached. */
export function PostForm({ isNew, post, members, onPost, onMove, onSave, onClose }: PostFormProps) {
  const words = useWords(patrolWords);
  const format = useFormat();
  return (
    <RecordForm title={isNew ? words.newPost : words.edit(post.name)} onSave={() => onSave(post)} onClose={onClose}>
      <TextField
        label={words.name}
        value={post.name}
        onChange={(name) => onPost({ ...post, name })}
        autoFocus
        maxLength={200}
      />
      <Select
        label={words.member}
        options={members.map(({ id, name }) => ({ id, title: name }))}
        value={post.memberId}
        onChange={(memberId) => onPost({ ...post, memberId })}
      />
      <TextField
        label={words.contact}
        value={post.contact}
        onChange={(contact) => onPost({ ...post, contact })}
        maxLength={200}
      />
      <p className="gr-muted gr-tabular">
        {format.decimal(post.lat, 5)}, {format.decimal(post.lng, 5)}
      </p>
      <div>
        <Button icon={Crosshair} onPress={onMove}>
          {words.movePost}
        </Button>
      </div>
    </RecordForm>
  );
}
